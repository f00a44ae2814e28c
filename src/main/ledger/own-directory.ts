/** The organisation's names for numbers with a person's own laid over them: for himself, his own name for a number comes first. */
import type { Directory } from '../policy/directory';
import type { ReadableDb } from '../sqlite/database';
import type { WordedNumber } from './name-words';
import { findByPrefix, toWords } from './name-words';
import { listPersonalNames } from './personal-names';

/** For one call through the door: the names are read when the first is asked for, and then kept. */
export function withOwnNames(directory: Directory, db: ReadableDb, userId: string): Directory {
  let names: ReadonlyMap<string, string> | undefined;
  function readNames(): ReadonlyMap<string, string> {
    names ??= new Map(listPersonalNames(db, userId).map(({ number, name }) => [number, name]));
    return names;
  }
  const ownNameOf = (number: string) => readNames().get(number) ?? null;
  return {
    ...directory,
    ownNameOf,
    nameOfExtension: (number, atSec) => ownNameOf(number) ?? directory.nameOfExtension(number, atSec),
    nameOfGroup: (number, atSec) => ownNameOf(number) ?? directory.nameOfGroup(number, atSec),
    nameOfLine: (number) => ownNameOf(number) ?? directory.nameOfLine(number),
    // The organisation's name still finds the number: others speak of it by that.
    numbersOfName: (prefix) => [
      ...findByPrefix(toWorded(readNames()), prefix),
      ...directory.numbersOfName(prefix),
    ],
  };
}

function toWorded(names: ReadonlyMap<string, string>): readonly WordedNumber[] {
  return [...names].map(([number, name]) => ({
    number,
    fromSec: null,
    untilSec: null,
    words: toWords(name),
  }));
}
