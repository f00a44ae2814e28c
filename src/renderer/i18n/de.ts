/** German: every key of English. */
import type { en } from './en';
import type { Messages } from './messages';
import { access } from './de/access';
import { admin } from './de/admin';
import { audit } from './de/audit';
import { common } from './de/common';
import { error } from './de/error';
import { library } from './de/library';
import { people } from './de/people';
import { player } from './de/player';
import { policy } from './de/policy';
import { session } from './de/session';
import { settings } from './de/settings';
import { setup } from './de/setup';
import { shell } from './de/shell';
import { sources } from './de/sources';

export const de: Messages<typeof en> = {
  access,
  admin,
  audit,
  common,
  error,
  library,
  people,
  player,
  policy,
  session,
  settings,
  setup,
  shell,
  sources,
};
