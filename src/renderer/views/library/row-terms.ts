/** The words that rows are made of, looked up once for the whole list: a key press draws hundreds of them anew. */
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disposition } from '../../../shared/calls';
import { DISPOSITIONS } from '../../../shared/calls';
import type { Direction, Kind, Presence } from '../../../shared/model';
import { DIRECTIONS } from '../../../shared/model';

export interface RowTerms {
  /** While a row is being read. */
  readonly loading: string;
  readonly direction: Readonly<Record<Direction, string>>;
  /** What is no call says what it is. */
  readonly kind: Readonly<Record<Exclude<Kind, 'call'>, string>>;
  readonly presence: Readonly<Record<Exclude<Presence, 'present'>, string>>;
  readonly disposition: Readonly<Record<Disposition, string>>;
  readonly withheld: string;
  readonly notKnown: string;
  readonly lengthUnknown: string;
  readonly inPlayer: string;
  readonly shared: string;
  readonly recorded: string;
  readonly held: string;
  readonly transcript: string;
  readonly screen: string;
}

/** The same object as long as the language is the same. */
export function useRowTerms(): RowTerms {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `t` is another function at each call; what it says changes with the language alone
  return useMemo(() => toRowTerms(t), [language]);
}

function toRowTerms(t: TFunction): RowTerms {
  return {
    loading: t('library.loadingRow'),
    direction: toWordOf(DIRECTIONS, (one) => t(`common.direction.${one}`)),
    kind: toWordOf(['voicemail', 'fax'], (one) => t(`common.kind.${one}`)),
    presence: toWordOf(['missing', 'away'], (one) => t(`common.presence.${one}`)),
    disposition: toWordOf(DISPOSITIONS, (one) => t(`calls.disposition.${one}`)),
    withheld: t('common.withheld'),
    notKnown: t('common.notKnown'),
    lengthUnknown: t('library.lengthUnknown'),
    inPlayer: t('library.inPlayer'),
    shared: t('calls.marks.shared'),
    recorded: t('calls.marks.recorded'),
    held: t('keeping.hold.mark'),
    transcript: t('library.marks.transcript'),
    screen: t('library.marks.screen'),
  };
}

function toWordOf<Name extends string>(names: readonly Name[], toWord: (name: Name) => string) {
  return Object.fromEntries(names.map((name) => [name, toWord(name)])) as Readonly<Record<Name, string>>;
}
