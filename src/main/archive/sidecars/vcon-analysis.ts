/** The transcript that a vCon brings for one of its dialogs. */
import type { Transcript } from '../../../shared/model';
import { TRANSCRIPT_FORMATS } from '../../../shared/model';
import type { JsonObject } from '../json-value';
import { isObject, parseJson } from '../json-value';
import { readJsonTranscript } from '../transcripts/transcript';
import { findText, listOf } from './json';

/** Null where there is none, or none in a form that is known. `dialog` is the place of the dialog in the vCon. */
export function readVconTranscript(vcon: JsonObject, dialog: number): Transcript | null {
  const all = listOf(vcon, 'analysis').slice(0, 1000).filter(isObject);
  const about = all.filter((one) => isAbout(one['dialog'], dialog));
  for (const analysis of about.filter((one) => findText(one, 'type') === 'transcript')) {
    const told = bodyOf(analysis);
    // Segments are also written as a bare list.
    const transcript = readJsonTranscript(Array.isArray(told) ? { segments: told } : told);
    if (!transcript) continue;
    const format = TRANSCRIPT_FORMATS.find((one) => one === findText(analysis, 'product'));
    const categories = about.flatMap((one) => categoriesOf(one)).slice(0, 100);
    return {
      ...transcript,
      ...(format ? { format } : {}),
      categories: [...transcript.categories, ...categories],
    };
  }
  return null;
}

function isAbout(told: unknown, dialog: number): boolean {
  return told === undefined || [told].flat().includes(dialog);
}

function bodyOf(analysis: JsonObject): unknown {
  const body = analysis['body'];
  return typeof body === 'string' && analysis['encoding'] === 'json' ? parseJson(body) : body;
}

/** As our own exports tell what a conversation was filed under. */
function categoriesOf(analysis: JsonObject): readonly string[] {
  const told = findText(analysis, 'schema') === 'categories' ? bodyOf(analysis) : null;
  return isObject(told)
    ? listOf(told, 'categories').flatMap((one) => (typeof one === 'string' ? [one.slice(0, 200)] : []))
    : [];
}
