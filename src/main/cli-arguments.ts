/** What the command line was asked to do. */
import { parseArgs } from 'node:util';

export interface CliTask {
  readonly profileDir: string | null;
  readonly what:
    | { readonly kind: 'help' }
    | { readonly kind: 'methods' }
    | {
        readonly kind: 'call';
        readonly method: string;
        readonly inputJson: string;
        /** Sign-in name; null for the calls that need nobody. */
        readonly userName: string | null;
      };
}

/** The arguments make no sense; the message says which, for the person who typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `Usage:
  hearback [--profile DIR] [--user NAME] call METHOD ['JSON']
  hearback methods

  --profile DIR  the profile folder; without it the one that the console uses
  --user NAME    signs in as this person, with the password in HEARBACK_PASSWORD or as typed
  methods        lists all calls with the schema of their input

The answer goes to standard output as JSON. Exit code 0: done; 1: refused or failed; 2: not understood.
`;

/** Throws UsageError. */
export function toCliTask(args: readonly string[]): CliTask {
  const { values, positionals } = parse(args);
  const profileDir = values.profile ?? null;
  if (profileDir === '') throw new UsageError('--profile needs a folder.');
  if (values.help === true) return { profileDir, what: { kind: 'help' } };
  const [command, method, inputJson = '{}', ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`There is one argument too many: ${JSON.stringify(rest[0])}.`);
  if (command === 'methods' && method === undefined) return { profileDir, what: { kind: 'methods' } };
  if (command !== 'call' || method === undefined) throw new UsageError('Say call METHOD, or methods.');
  return { profileDir, what: { kind: 'call', method, inputJson, userName: values.user ?? null } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        user: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
