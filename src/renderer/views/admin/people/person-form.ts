/** What the parts of a person's page share: the draft, what may be changed, what is wrong, and the lists that give names. */
import type { AppError } from '../../../../shared/errors';
import type {
  ExtensionRow,
  GroupRow,
  LineRow,
  PersonDetails,
  PersonInput,
  PersonRow,
  RightsGroupRow,
} from '../../../../shared/people';
import type { ShareRow } from '../../../../shared/shares';
import type { OrganisationSettings, UserSettings } from '../../../../shared/user-settings';
import type { ProblemField } from './person-draft';

export interface PersonLists {
  readonly people: readonly PersonRow[];
  readonly groups: readonly GroupRow[];
  readonly lines: readonly LineRow[];
  readonly rightsGroups: readonly RightsGroupRow[];
  readonly organisation: OrganisationSettings;
  readonly extensions: readonly ExtensionRow[];
  readonly shares: readonly ShareRow[];
}

export interface PersonForm {
  readonly draft: PersonInput;
  /** As the door last answered; null for a person who is not saved yet. */
  readonly details: PersonDetails | null;
  readonly mayEdit: boolean;
  readonly maySecure: boolean;
  /** Those that are shown by now. */
  readonly problems: ReadonlySet<ProblemField>;
  /** Why the last save was refused, until the next. */
  readonly failure: AppError | null;
  readonly lists: PersonLists;
  readonly change: (patch: Partial<PersonInput>) => void;
  readonly changeSettings: (patch: Partial<UserSettings>) => void;
}
