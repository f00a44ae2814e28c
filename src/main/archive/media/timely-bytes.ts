/**
 * Bytes for which nobody waits without end: a network drive may hang in the middle of a read, which nothing can call back. Who waits is told
 * so, and the file is closed when the drive answers at last.
 */
import type { ByteSource } from './byte-source';
import { MediaProblem } from './media-problem';

/** A disc that has to spin up first takes less. */
const MAX_SILENCE_MS = 10_000;

/** What `asked` brings. Throws a MediaProblem `silent` where nothing has come by then; what comes later is given to `letGo`. */
export function inTime<T>(
  asked: Promise<T>,
  maxSilenceMs = MAX_SILENCE_MS,
  letGo?: (late: T) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new MediaProblem('silent', 'The drive does not answer.'));
    }, maxSilenceMs);
    const onAnswer = (answer: T) => (isLate ? letGo?.(answer) : resolve(answer));
    asked.then(onAnswer, reject).finally(() => clearTimeout(timer));
  });
}

export class TimelyBytes implements ByteSource {
  readonly sizeBytes: number;
  private unanswered = 0;

  /** Where a read brings nothing within `maxSilenceMs`, it throws a MediaProblem `silent`. */
  constructor(
    private readonly file: ByteSource,
    private readonly maxSilenceMs = MAX_SILENCE_MS,
  ) {
    this.sizeBytes = file.sizeBytes;
  }

  /** The same of a file that is being opened, which may hang too; one that opens too late is closed. */
  static async open(opening: Promise<ByteSource>, maxSilenceMs = MAX_SILENCE_MS): Promise<TimelyBytes> {
    return new TimelyBytes(await inTime(opening, maxSilenceMs, closeUnwaited), maxSilenceMs);
  }

  async readInto(target: Uint8Array, offset: number): Promise<void> {
    this.unanswered += 1;
    const reading = this.file.readInto(target, offset).finally(() => (this.unanswered -= 1));
    await inTime(reading, this.maxSilenceMs);
  }

  /** Idempotent. Does not wait for a read that is under way, after which the file is closed. */
  async close(): Promise<void> {
    if (this.unanswered > 0) closeUnwaited(this.file);
    else await this.file.close();
  }
}

/** A file that was only read has nothing to lose if closing it fails, and nobody is there any more to be told. */
function closeUnwaited(file: ByteSource): void {
  file.close().catch(() => null);
}
