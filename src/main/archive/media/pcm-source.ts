// Random access to the sound of a file as 16-bit samples, whatever it is encoded in.
//
// [Note: where decoding may begin] GSM, G.722, G.726 and Dialogic ADPCM go on from the sample before, so a place in the
// middle is only right if the decoder comes there in the state it would have after everything in front of it. States are
// remembered every 30 seconds of what was decoded; what lies near one is decoded from it. Further away, decoding all of
// it would cost a second for an hour of sound, and is hardly ever needed: these codecs forget. So two decoders are started
// a few seconds ahead, one from the beginning's state and one from a state far away from it. When both arrive in the very
// same state, then so would any other history, and that state is the right one. When they do not (digital silence keeps
// differences alive), all is decoded from the last remembered state. Either way the samples are those of a decoder that
// began at the beginning.
import { countFrames } from './block-frames';
import type { ByteSource } from './byte-source';
import { openBytes } from './byte-source';
import { createDecoder } from './decoders/decoder';
import type { Decoder } from './decoders/decoder';
import type { MediaHeader } from './media-header';
import { MediaProblem } from './media-problem';
import type { ExpectedFile } from './pinned-file';

/** Read and decoded in one go: keeps a go under 16 ms for the slowest codec. */
const WINDOW_FRAMES = 65_536;
const SNAPSHOT_SECONDS = 30;
/** How far ahead of a place the two decoders start, tried one after the other. */
const LEADS_SECONDS = [1, 8, 40, 200] as const;

export interface PcmSource {
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly totalFrames: number;
  /**
   * Sample frames [start, end), channels interleaved, in order, in pieces of one window. A piece is overwritten when
   * the next is asked for. Throws a MediaProblem where the file changes or fails, and the signal's reason on abort.
   */
  read(
    startFrame: number,
    endFrame: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Int16Array, void, undefined>;
  /** Idempotent. */
  close(): Promise<void>;
}

export interface PcmOptions {
  /** How much is read and decoded before the event loop turns; 65,536 frames unless told. */
  readonly windowFrames?: number;
}

interface Snapshot {
  readonly block: number;
  readonly state: Int32Array;
}

/** Throws a MediaProblem: missing, changed, unreadable, or unsupported where the codec is not decoded here. */
export async function openPcmSource(
  filePath: string,
  header: MediaHeader,
  expected: ExpectedFile,
  options: PcmOptions = {},
): Promise<PcmSource> {
  if (createDecoder(header) === undefined || header.totalFrames === null) {
    throw new MediaProblem('unsupported', `Sound of the kind ${header.codec} is not decoded here.`);
  }
  if (header.dataOffset + header.dataBytes > expected.sizeBytes) {
    throw new MediaProblem('changed', 'The file has changed since it was scanned.');
  }
  const windowFrames = options.windowFrames ?? WINDOW_FRAMES;
  return new DecodedFile(
    await openBytes(filePath, header, expected),
    header,
    header.totalFrames,
    windowFrames,
  );
}

class DecodedFile implements PcmSource {
  readonly sampleRateHz: number;
  readonly channels: number;
  private readonly windowBlocks: number;
  private readonly snapshotBlocks: number;
  private readonly leadsBlocks: readonly number[];
  /** By block divided by snapshotBlocks: the first exact state that was met in that stretch. */
  private readonly snapshots = new Map<number, Snapshot>();

  constructor(
    private readonly file: ByteSource,
    private readonly header: MediaHeader,
    readonly totalFrames: number,
    windowFrames: number,
  ) {
    const { sampleRateHz, channels, blockAlign, samplesPerBlock } = header;
    this.sampleRateHz = sampleRateHz;
    this.channels = channels;
    const blocksInTime = (seconds: number): number => Math.ceil((seconds * sampleRateHz) / samplesPerBlock);
    // As many bytes as frames at most, so that a header of many channels does not ask for much memory.
    const blocks = Math.min(
      Math.floor(windowFrames / blockAlign),
      Math.floor(windowFrames / samplesPerBlock),
    );
    this.windowBlocks = Math.max(1, blocks);
    this.snapshotBlocks = blocksInTime(SNAPSHOT_SECONDS);
    this.leadsBlocks = LEADS_SECONDS.map(blocksInTime);
  }

  async *read(
    startFrame: number,
    endFrame: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Int16Array, void, undefined> {
    const { channels } = this;
    const { samplesPerBlock } = this.header;
    const end = Math.min(endFrame, this.totalFrames);
    if (!(startFrame >= 0) || startFrame >= end) return;
    let block = Math.floor(startFrame / samplesPerBlock);
    const run = new Run(this.file, this.header, this.windowBlocks);
    await this.goTo(run, block, signal);
    const endBlock = Math.ceil(end / samplesPerBlock);
    while (block < endBlock) {
      signal?.throwIfAborted();
      const blocks = Math.min(this.windowBlocks, endBlock - block);
      const firstFrame = block * samplesPerBlock;
      const frames = await run.decode(block, blocks);
      block += blocks;
      this.remember(block, run.decoder);
      const from = Math.max(0, startFrame - firstFrame);
      const to = Math.min(frames, end - firstFrame);
      yield run.samples.subarray(from * channels, to * channels);
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** Brings the run's decoder into the state that belongs before `block`. */
  private async goTo(run: Run, block: number, signal: AbortSignal | undefined): Promise<void> {
    if (run.decoder.state.length === 0) return;
    const snapshot = this.findSnapshot(block);
    const distance = block - (snapshot?.block ?? 0);
    for (const lead of this.leadsBlocks) {
      if (lead >= distance) break;
      if (await this.converge(run, block - lead, block, signal)) {
        this.remember(block, run.decoder);
        return;
      }
    }
    if (snapshot === undefined) run.decoder.reset();
    else run.decoder.state.set(snapshot.state);
    await this.skim([run], snapshot?.block ?? 0, block, signal);
  }

  /** Whether two decoders with different histories arrive in the same state. */
  private async converge(
    run: Run,
    from: number,
    to: number,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const other = new Run(this.file, this.header, this.windowBlocks);
    run.decoder.reset();
    other.decoder.disturb();
    await this.skim([run, other], from, to, signal);
    const { state } = other.decoder;
    return run.decoder.state.every((value, index) => value === state[index]);
  }

  /** Decodes blocks [from, to) for the state they leave behind. */
  private async skim(
    runs: readonly Run[],
    from: number,
    to: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (let block = from; block < to; block += this.windowBlocks) {
      signal?.throwIfAborted();
      const blocks = Math.min(this.windowBlocks, to - block);
      for (const run of runs) await run.decode(block, blocks);
      const [only] = runs;
      if (runs.length === 1 && only !== undefined) this.remember(block + blocks, only.decoder);
    }
  }

  private remember(block: number, decoder: Decoder): void {
    if (decoder.state.length === 0) return;
    const stretch = Math.floor(block / this.snapshotBlocks);
    if (!this.snapshots.has(stretch)) this.snapshots.set(stretch, { block, state: decoder.state.slice() });
  }

  /** The last remembered state at or before `block`. */
  private findSnapshot(block: number): Snapshot | undefined {
    for (let stretch = Math.floor(block / this.snapshotBlocks); stretch >= 0; stretch -= 1) {
      const snapshot = this.snapshots.get(stretch);
      if (snapshot !== undefined && snapshot.block <= block) return snapshot;
    }
    return undefined;
  }
}

/** One decoder going through the file, with the buffers it works in. */
class Run {
  readonly decoder: Decoder;
  readonly samples: Int16Array;
  private readonly encoded: Uint8Array;

  constructor(
    private readonly file: ByteSource,
    private readonly header: MediaHeader,
    windowBlocks: number,
  ) {
    const decoder = createDecoder(header);
    if (decoder === undefined) throw new Error(`No decoder for ${header.codec}`);
    this.decoder = decoder;
    this.encoded = new Uint8Array(windowBlocks * header.blockAlign);
    this.samples = new Int16Array(windowBlocks * header.samplesPerBlock * header.channels);
  }

  /** Decodes so many blocks from `block` into `samples`; the last block of the file may be short. Returns the frames. */
  async decode(block: number, blocks: number): Promise<number> {
    const { dataOffset, dataBytes, blockAlign, samplesPerBlock, channels, codec } = this.header;
    const from = block * blockAlign;
    const bytes = Math.min(blocks * blockAlign, dataBytes - from);
    const encoded = this.encoded.subarray(0, bytes);
    await this.file.readInto(encoded, dataOffset + from);
    const frames = countFrames(codec, channels, blockAlign, samplesPerBlock, bytes) ?? 0;
    this.decoder.decode(encoded, this.samples);
    return frames;
  }
}
