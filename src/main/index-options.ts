/** What the program was started with; everything that is not ours belongs to Chromium. */
import path from 'node:path';

export interface StartOptions {
  readonly profileDir: string | null;
  readonly proposesSample: boolean;
  /** Take a picture of the sample archive's list, save it here, and end. */
  readonly screenshotPath: string | null;
}

/** Paths are meant from where the program was started. */
export function toStartOptions(argv: readonly string[]): StartOptions {
  return {
    profileDir: findPath(argv, '--profile'),
    proposesSample: argv.includes('--sample'),
    screenshotPath: findPath(argv, '--screenshot'),
  };
}

/**
 * The switch that would let another program drive or read this one, or undefined. No fuse covers `--remote-debugging-port`.
 * `-` and `/` begin switches as well as `--`, on one system or the other.
 */
export function findDebuggingSwitch(argv: readonly string[]): string | undefined {
  return argv.find((arg) =>
    // Windows takes a slash for a dash; a path that begins with such a word has another slash after it.
    /^(?:--?|\/)(?:remote-(?:debugging|allow)-[\w-]*|inspect[\w-]*|js-flags|enable-automation)(?:=.*)?$/i.test(
      arg,
    ),
  );
}

function findPath(argv: readonly string[], name: string): string | null {
  const inline = argv.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  const at = argv.indexOf(name);
  const given = inline ?? (at < 0 ? undefined : argv[at + 1]);
  return given === undefined || given === '' ? null : path.resolve(given);
}
