/**
 * The program's log: one event, one line of JSON, in the profile. It names people and recordings by id only, and nothing that a file
 * name or a caller sends can begin a second line or reach a terminal as a control code.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
// The Node variant in windows too: Electron's would add IPC handlers that nobody here asks for.
import electronLog from 'electron-log/node';

export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, details?: LogDetails): void;
  /** Something went wrong that nobody expected: logged whole, under an id that a message can name. Gives the id. */
  failure(error: unknown, during: string): string;
}

const MAX_BYTES = 5 * 1024 * 1024;
const MAX_TEXT_LENGTH = 20_000;

/** Logs into `hearback.log` of the folder; at 5 MiB it becomes `hearback.old.log` and a new one begins. Never throws. */
export function openLog(profileDir: string, client: 'window' | 'command line'): Log {
  const logger = electronLog.create({ logId: `hearback-${profileDir}` });
  logger.transports.file.resolvePathFn = () => path.join(profileDir, 'hearback.log');
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.format = '{text}';
  logger.transports.console.level = false;
  const write = (level: 'info' | 'error', fields: Record<string, unknown>): void => {
    logger[level](toLogLine({ at: new Date().toISOString(), pid: process.pid, client, level, ...fields }));
  };
  return {
    info: (event, details = {}) => write('info', { event, ...details }),
    failure: (error, during) => {
      const id = randomBytes(4).toString('hex');
      write('error', { event: 'failure', id, during, error: describeError(error) });
      return id;
    },
  };
}

/** One line, whatever the values hold: JSON leaves DEL, C1 controls and Unicode's line separators as they are. */
export function toLogLine(fields: Record<string, unknown>): string {
  return JSON.stringify(fields).replace(
    /[\u007F-\u009F\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Message, stack, code and causes. Never throws: what is thrown need not be an Error. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error))
    return cut(typeof error === 'string' ? error : Object.prototype.toString.call(error));
  return {
    stack: cut(error.stack ?? `${error.name}: ${error.message}`),
    ...('code' in error ? { code: cut(String(error.code)) } : {}),
    ...(error.cause !== undefined && depth < 5 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

function cut(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}
