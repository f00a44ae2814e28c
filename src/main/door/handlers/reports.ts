/** Summaries of everybody's calls, each in the trail: they tell how people work. */
import path from 'node:path';
import type { Report, ReportInput } from '../../../shared/calls';
import type { Downloaded } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import { toCell } from '../../exchange/cell-text';
import { appendAudit } from '../../ledger/audit';
import type { Session } from '../../session/session';
import type { HandlersOf, SignedInCall } from '../calls';
import { refuseOwnFolders } from '../copy-place';
import type { CopyTarget } from '../media-copy';
import { copyMedia } from '../media-copy';
import type { Services } from '../services';

export function reportsHandlers(services: Services): HandlersOf<'reports'> {
  const { ledger } = services;
  return {
    'reports.summary': ({ session, input }) => {
      const report = toReport(services, session, input);
      appendAudit(ledger, session.actor, 'Report', input);
      return report;
    },
    'reports.save': (call) => save(services, call),
    'reports.print': async ({ client, session, input }) => {
      toReport(services, session, input);
      const isSent = await client.printPage(() => void appendAudit(ledger, session.actor, 'Print', input));
      if (isSent) appendAudit(ledger, session.actor, 'Printed', input);
      return { isSent };
    },
  };
}

/** Printed and saved for others to read: with the organisation's names alone, on screen too, so that both say the same. */
function toReport(services: Services, session: Session, input: ReportInput): Report {
  return services.openLibrary(session, "the organisation's").report(input);
}

async function save(services: Services, call: SignedInCall<'reports.save'>): Promise<Downloaded> {
  const { ledger, sessions } = services;
  const { client, session, input } = call;
  const { fromDay, untilDay, by } = input;
  // Refused before a dialog opens, and made once it has closed.
  toReport(services, session, { fromDay, untilDay, by });
  const target = await chooseTarget(call, `calls-by-${by}-${fromDay}-${untilDay}.csv`);
  if (!target) return { saved: null };
  await refuseOwnFolders(services, target.filePath);
  // A dialog may stay open for an hour: by then somebody else may be signed in.
  if (sessions.current(client).sessionId !== session.sessionId)
    throw new AppError('signed-out', 'signed-out', 'Sign in first.');
  const bytes = new TextEncoder().encode(toCsv(toReport(services, session, { fromDay, untilDay, by })));
  appendAudit(ledger, session.actor, 'Report', { fromDay, untilDay, by, target: target.filePath });
  // eslint-disable-next-line @typescript-eslint/require-await -- the form in which media are read, which are not in memory
  const read = async function* () {
    yield bytes;
  };
  const sizeBytes = await copyMedia({ lengthBytes: bytes.length, read }, target);
  return { saved: { fileName: path.basename(target.filePath), sizeBytes } };
}

async function chooseTarget(
  { client, input }: SignedInCall<'reports.save'>,
  fileName: string,
): Promise<CopyTarget | null> {
  if (client.kind === 'window') {
    // A page that chose the folder itself could write where its person never looked.
    if (input.targetDir !== undefined)
      throw new AppError('invalid-input', 'invalid-input', 'targetDir: a window asks its person where.');
    const chosen = await client.chooseTargetFile(fileName);
    return chosen === null ? null : { filePath: chosen, mayReplace: true };
  }
  if (input.targetDir === undefined)
    throw new AppError('invalid-input', 'needs-target-folder', 'targetDir: give the folder for the file.');
  return { filePath: path.join(path.resolve(input.targetDir), fileName), mayReplace: false };
}

/** With the mark by which spreadsheets know UTF-8; the last row is the whole, in which each call counts once. */
function toCsv({ rows, total }: Report): string {
  const lines = [
    ['key', 'name', 'calls', 'answered', 'talk_seconds', 'wait_seconds'],
    ...[...rows, { ...total, key: 'total', name: null }].map((row) => [
      toCell(row.key),
      toCell(row.name ?? ''),
      String(row.calls),
      String(row.answered),
      (row.talkMs / 1000).toFixed(0),
      (row.waitMs / 1000).toFixed(0),
    ]),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
