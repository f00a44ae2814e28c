/** What handlers work with; the composition root makes it once for an open profile. */
import type { ExchangeCheck } from '../../shared/exchange';
import type { Deletions } from '../deletion/deletions';
import type { ImportQuestion } from '../exchange/import-question';
import type { NamesShown } from '../policy/directory';
import type { Library } from '../policy/library';
import type { Session } from '../session/session';
import type { Sessions } from '../session/sessions';
import type { PasswordHasher } from '../session/passwords';
import type { SourceOverview } from '../policy/source-overview';
import type { Peaks } from '../peaks/peaks';
import type { WritableDb } from '../sqlite/database';
import type { Client } from './client';
import type { CopyFolders } from './copy-folders';
import type { MadePreviews } from './made-previews';
import type { Plays } from './plays';
import type { CountedEffect, PreviewQuestion } from '../policy/preview-count';
import type { AskedThread } from '../thread/asked-thread';
import type { Presences } from './presences';
import type { Scans } from './scans';
import type { SearchTrail } from './search-trail';
import type { ViewAs } from './view-as';

export interface About {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly profileDir: string;
  /** The folder of the sample archive; null where this copy of the program has none. */
  readonly sampleDir: string | null;
  readonly proposesSample: boolean;
  notices(): readonly string[];
}

export interface Services {
  readonly about: About;
  readonly ledger: WritableDb;
  readonly sessions: Sessions;
  readonly hasher: PasswordHasher;
  readonly plays: Plays;
  readonly peaks: Peaks;
  readonly scans: Scans;
  /** Only within `scans.locked`. */
  readonly deletions: Deletions;
  readonly presences: Presences;
  readonly searches: SearchTrail<Session>;
  readonly copyFolders: CopyFolders;
  readonly previews: AskedThread<PreviewQuestion, readonly (CountedEffect | null)[]>;
  readonly importChecks: AskedThread<ImportQuestion, ExchangeCheck>;
  readonly madePreviews: MadePreviews;
  readonly viewAs: ViewAs;
  openOverview(session: Session): SourceOverview;
  /** For a call that takes long: the library of the session as it is by then. `names` are a person's own first where nothing is said. */
  openLibrary(session: Session, names?: NamesShown): Library;
  /** Somebody has just been let in at this client. */
  readonly onSignedIn: (client: Client) => void;
  /** A right may have changed by this very call: what is under way is decided anew at once. */
  readonly onRightsChanged: () => void;
  /** Recordings may have come, gone or changed. */
  readonly onLibraryChanged: () => void;
}
