/** German: every key of English. */
import type { en } from './en';
import type { Messages } from './messages';
import { access } from './de/access';
import { admin } from './de/admin';
import { audit } from './de/audit';
import { calls } from './de/calls';
import { common } from './de/common';
import { error } from './de/error';
import { exchange } from './de/exchange';
import { explain } from './de/explain';
import { health } from './de/health';
import { keeping } from './de/keeping';
import { library } from './de/library';
import { people } from './de/people';
import { player } from './de/player';
import { policy } from './de/policy';
import { profile } from './de/profile';
import { reading } from './de/reading';
import { reports } from './de/reports';
import { preview } from './de/preview';
import { session } from './de/session';
import { settings } from './de/settings';
import { setup } from './de/setup';
import { sharing } from './de/sharing';
import { shell } from './de/shell';
import { sources } from './de/sources';
import { wizard } from './de/wizard';

export const de: Messages<typeof en> = {
  access,
  admin,
  audit,
  calls,
  common,
  error,
  exchange,
  explain,
  health,
  keeping,
  library,
  people,
  player,
  policy,
  preview,
  profile,
  reading,
  reports,
  session,
  settings,
  setup,
  sharing,
  shell,
  sources,
  wizard,
};
