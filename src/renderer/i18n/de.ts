/** German: every key of English. */
import type { en } from './en';
import type { Messages } from './messages';
import { access } from './de/access';
import { admin } from './de/admin';
import { common } from './de/common';
import { error } from './de/error';
import { library } from './de/library';
import { player } from './de/player';
import { policy } from './de/policy';
import { session } from './de/session';
import { setup } from './de/setup';
import { shell } from './de/shell';

export const de: Messages<typeof en> = {
  access,
  admin,
  common,
  error,
  library,
  player,
  policy,
  session,
  setup,
  shell,
};
