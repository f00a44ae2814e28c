/** CSV beside one recording: a line of names and a line of values, or a name and a value on each line. */
import { readCsvRecord } from '../csv';
import type { Field } from './field';
import { FieldList, NoDetails, toStep } from './field';

const RECORDS_LIMIT = 200;

/** Throws `NoDetails` where the text is neither. */
export function listCsvFields(text: string): readonly Field[] {
  const records = readRecords(text);
  const [names, values] = records;
  if (!names || !values) throw new NoDetails('The CSV has fewer than two lines.');
  const list = new FieldList();
  const isPairs = records.length > 2 && records.every((record) => record.length === 2);
  if (isPairs) {
    for (const [name = '', value = ''] of records) list.add(toStep(name.trim()), '', value);
  } else if (records.length === 2 && names.length >= 2) {
    names.forEach((name, index) => list.add(toStep(name.trim()), '', values[index] ?? ''));
  } else throw new NoDetails('The CSV tells of more than one recording.');
  return list.fields.filter((field) => field.path !== '');
}

function readRecords(text: string): string[][] {
  const separated = toCommas(text);
  const records: string[][] = [];
  for (let at = 0; at < separated.length && records.length <= RECORDS_LIMIT;) {
    const record = readCsvRecord(separated, at, true);
    if (!record) break;
    at = record.end;
    if (record.fields === null) throw new NoDetails('The text is no CSV.');
    if (record.fields.some((field) => field !== '')) records.push([...record.fields]);
  }
  return records;
}

/** Semicolons and tabs are as common as commas; a text is taken for theirs only where its first line has no comma. */
function toCommas(text: string): string {
  const [first = ''] = text.split('\n', 1);
  if (first.includes(',') || first.includes('"')) return text;
  const separator = first.includes(';') ? ';' : first.includes('\t') ? '\t' : null;
  return separator === null ? text : text.replaceAll(',', '\u201A').replaceAll(separator, ',');
}
