/** The password of whoever calls from a terminal: from the environment, or typed without being shown. Never an argument. */
import type { ReadStream } from 'node:tty';
import { UsageError } from './cli-arguments';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACES = new Set(['\b', '\u007F']);

/** Throws UsageError where there is neither an environment variable nor a terminal to ask at. */
export async function readPassword(userName: string): Promise<string> {
  const given = process.env['HEARBACK_PASSWORD'];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new UsageError('Put the password into HEARBACK_PASSWORD: there is no terminal to ask for it.');
  }
  // On stderr, as stdout is the answer's.
  process.stderr.write(`Password of ${userName}: `);
  try {
    return await readHidden(process.stdin);
  } finally {
    process.stderr.write('\n');
  }
}

function readHidden(terminal: ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    function end(): void {
      terminal.off('data', heard);
      terminal.setRawMode(false);
      terminal.pause();
    }
    function heard(chunk: string): void {
      for (const char of chunk) {
        if (char === '\r' || char === '\n' || char === CTRL_D) {
          end();
          resolve(typed.join(''));
          return;
        }
        if (char === CTRL_C) {
          end();
          reject(new UsageError('Given up.'));
          return;
        }
        typed = BACKSPACES.has(char) ? typed.slice(0, -1) : [...typed, char];
      }
    }
    terminal.setEncoding('utf8');
    terminal.setRawMode(true);
    terminal.on('data', heard);
    terminal.resume();
  });
}
