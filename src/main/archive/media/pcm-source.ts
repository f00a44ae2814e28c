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
import { setImmediate } from 'node:timers/promises';
import { countFrames } from './block-frames';
import type { ByteSource } from './byte-source';
import { openBytes } from './byte-source';
import { createDecoder } from './decoders/decoder';
import type { Decoder } from './decoders/decoder';
import type { MediaHeader } from './media-header';
import { MediaProblem } from './media-problem';
import type { ExpectedFile } from './pinned-file';

/** Decoded in one go: keeps a go under 16 ms for the slowest codec, G.726. */
const WINDOW_FRAMES = 16_384;
/** Read in one go: every question to a distant drive costs the same, and these are 20 s of GSM, or 2 s of PCM in stereo. */
const READ_BYTES = 32_768;
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
  /** How much is decoded before the event loop turns; 16,384 frames unless told. */
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
  return toPcmSource(await openBytes(filePath, header, expected), header, header.totalFrames, options);
}

/** The sound of a codec that `createDecoder` knows, from bytes that the source closes with itself. */
export function toPcmSource(
  file: ByteSource,
  header: MediaHeader,
  totalFrames: number,
  options: PcmOptions = {},
): PcmSource {
  return new DecodedFile(file, header, totalFrames, options.windowFrames ?? WINDOW_FRAMES);
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
    const encoded = new EncodedBlocks(this.file, this.header, this.windowBlocks);
    const run = new Run(encoded, this.header, this.windowBlocks);
    await this.goTo(run, block, signal);
    const endBlock = Math.ceil(end / samplesPerBlock);
    while (block < endBlock) {
      signal?.throwIfAborted();
      const blocks = Math.min(this.windowBlocks, endBlock - block);
      const firstFrame = block * samplesPerBlock;
      const frames = await run.decode(block, blocks);
      await setImmediate();
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
    const other = new Run(run.encoded, this.header, this.windowBlocks);
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
      for (const run of runs) {
        await run.decode(block, blocks);
        await setImmediate();
      }
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

/** The encoded bytes of a stretch, of which more is read than is asked for: what comes next is mostly asked for next. */
class EncodedBlocks {
  private readonly buffer: Uint8Array;
  private firstBlock = 0;
  private heldBytes = 0;

  constructor(
    private readonly file: ByteSource,
    private readonly header: MediaHeader,
    windowBlocks: number,
  ) {
    const blocks = Math.max(windowBlocks, Math.floor(READ_BYTES / header.blockAlign));
    this.buffer = new Uint8Array(blocks * header.blockAlign);
  }

  /** As many blocks as a window has at most; the last of the file may be short. Overwritten by the next call. */
  async get(block: number, blocks: number): Promise<Uint8Array> {
    const { dataOffset, dataBytes, blockAlign } = this.header;
    const from = block * blockAlign;
    const bytes = Math.min(blocks * blockAlign, dataBytes - from);
    let at = from - this.firstBlock * blockAlign;
    if (at < 0 || at + bytes > this.heldBytes) {
      // Nothing is held while it is being overwritten, nor after a read that failed.
      this.heldBytes = 0;
      const wanted = Math.min(this.buffer.length, dataBytes - from);
      await this.file.readInto(this.buffer.subarray(0, wanted), dataOffset + from);
      this.firstBlock = block;
      this.heldBytes = wanted;
      at = 0;
    }
    return this.buffer.subarray(at, at + bytes);
  }
}

/** One decoder going through the file. */
class Run {
  readonly decoder: Decoder;
  readonly samples: Int16Array;

  constructor(
    readonly encoded: EncodedBlocks,
    private readonly header: MediaHeader,
    windowBlocks: number,
  ) {
    const decoder = createDecoder(header);
    if (decoder === undefined) throw new Error(`No decoder for ${header.codec}`);
    this.decoder = decoder;
    this.samples = new Int16Array(windowBlocks * header.samplesPerBlock * header.channels);
  }

  /** Decodes so many blocks from `block` into `samples`; the last block of the file may be short. Returns the frames. */
  async decode(block: number, blocks: number): Promise<number> {
    const { blockAlign, samplesPerBlock, channels, codec } = this.header;
    const encoded = await this.encoded.get(block, blocks);
    this.decoder.decode(encoded, this.samples);
    return countFrames(codec, channels, blockAlign, samplesPerBlock, encoded.length) ?? 0;
  }
}
