/** The files of an export: one in JSON with everything, or one a kind in CSV. */
import type { ExchangeFormat, ExchangeKind } from '../../shared/exchange';
import type { JsonValue } from '../ledger/canonical-json';
import { toCell, toText } from './cell-text';
import type { Configuration } from './entries';
import { FIELDS } from './entries';

export interface ExportFile {
  readonly fileName: string;
  readonly text: string;
}

/** How a JSON file says what it is. */
export const JSON_MARK = 'hearback-configuration';
export const JSON_VERSION = 1;

export function toExportFiles(
  configuration: Configuration,
  format: ExchangeFormat,
  kinds: readonly ExchangeKind[],
): readonly ExportFile[] {
  if (format === 'csv')
    return kinds.map((kind) => ({ fileName: `hearback-${kind}.csv`, text: toCsv(configuration, kind) }));
  const chosen = kinds.map((kind) => [
    kind,
    kind === 'organisation' ? configuration.organisation[0] : configuration[kind],
  ]);
  const whole = { format: JSON_MARK, version: JSON_VERSION, ...(Object.fromEntries(chosen) as object) };
  return [{ fileName: 'hearback.json', text: `${JSON.stringify(whole, null, 2)}\n` }];
}

/** Every cell in quotes, lines ended as RFC 4180 says, and a byte order mark, without which spreadsheets guess the encoding. */
function toCsv(configuration: Configuration, kind: ExchangeKind): string {
  const columns = Object.entries(FIELDS[kind]);
  const rows = configuration[kind].map((entry) => {
    const values: Readonly<Record<string, JsonValue>> = entry;
    return columns.map(([field, type]) => toCell(toText(type, values[field] ?? null)));
  });
  const lines = [columns.map(([field]) => field), ...rows].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
