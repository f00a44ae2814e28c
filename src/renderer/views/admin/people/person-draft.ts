/** A person while he is being changed: what differs from what was read, what cannot be saved yet, and two edits put together. */
import type { PersonDetails, PersonInput } from '../../../../shared/people';
import type { UserSettingName } from '../../../../shared/user-settings';
import {
  DEFAULT_USER_SETTINGS,
  OTHER_NUMBERS_MAX_LENGTH,
  defaultSettingsOf,
} from '../../../../shared/user-settings';
import { isReversed } from '../period';

/** What a save sends; the members in one order, so that two can be compared as text. */
export function toInput(details: PersonDetails): PersonInput {
  const { name, signInName, email, profile, isActive, extensions, settings } = details;
  return { name, signInName, email, profile, isActive, extensions, settings };
}

export const NEW_PERSON: PersonInput = {
  name: '',
  signInName: '',
  email: '',
  profile: 'normal',
  isActive: true,
  extensions: [],
  settings: DEFAULT_USER_SETTINGS,
};

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A new person starts with the settings of his profile, unless somebody has already touched them. */
export function withProfile(
  draft: PersonInput,
  profile: PersonInput['profile'],
  isNew: boolean,
): PersonInput {
  const isUntouched = isNew && isSame(draft.settings, defaultSettingsOf(draft.profile));
  return { ...draft, profile, settings: isUntouched ? defaultSettingsOf(profile) : draft.settings };
}

/** Counted as the ledger counts: by characters as one sees them, not by UTF-16 halves. */
export function countCharacters(text: string): number {
  return [...text].length;
}

export type ProblemField = 'name' | 'signInName' | 'email' | 'extensions' | 'replayOthers' | 'archiveAddress';

/** Fields that the door would refuse. An over-long list of numbers is refused as it stands: cut, it would name other numbers. */
export function findProblems(draft: PersonInput): ReadonlySet<ProblemField> {
  const problems = new Set<ProblemField>();
  if (draft.name.trim() === '' || draft.name.trim().length > 200) problems.add('name');
  if (draft.signInName.trim() === '' || draft.signInName.trim().length > 100) problems.add('signInName');
  if (draft.email.trim().length > 254) problems.add('email');
  if (draft.extensions.some((held) => held.extension.trim() === '' || isReversed(held)))
    problems.add('extensions');
  if (countCharacters(draft.settings.replayOthers) > OTHER_NUMBERS_MAX_LENGTH) problems.add('replayOthers');
  if (draft.settings.archiveAddress.length > 500) problems.add('archiveAddress');
  return problems;
}

type TopField = Exclude<keyof PersonInput, 'settings'>;
const TOP_FIELDS: readonly TopField[] = ['name', 'signInName', 'email', 'profile', 'isActive', 'extensions'];

export type DifferentField = { readonly part: 'person'; readonly name: TopField } | SettingField;
interface SettingField {
  readonly part: 'settings';
  readonly name: UserSettingName;
}

/** Fields in which two differ, in the order of the page. */
export function listDifferences(one: PersonInput, other: PersonInput): readonly DifferentField[] {
  const names = Object.keys(DEFAULT_USER_SETTINGS) as UserSettingName[];
  return [
    ...TOP_FIELDS.filter((name) => !isSame(one[name], other[name])).map((name) => ({
      part: 'person' as const,
      name,
    })),
    ...names
      .filter((name) => !isSame(one.settings[name], other.settings[name]))
      .map((name) => ({ part: 'settings' as const, name })),
  ];
}

/** `theirs` with every field on it that `mine` changed since `base`: nothing of either is lost where they touched different fields. */
export function mergeDrafts(base: PersonInput, mine: PersonInput, theirs: PersonInput): PersonInput {
  const changed = listDifferences(base, mine);
  const own = <Part extends DifferentField['part']>(part: Part, from: object) =>
    Object.fromEntries(
      Object.entries(from).filter(([key]) =>
        changed.some((field) => field.part === part && field.name === key),
      ),
    );
  return {
    ...theirs,
    ...own('person', mine),
    settings: { ...theirs.settings, ...own('settings', mine.settings) },
  };
}

export function valueOf(person: PersonInput, field: DifferentField): unknown {
  return field.part === 'person' ? person[field.name] : person.settings[field.name];
}
