/** English, the source of all words on screen: by area, one file each. */
import { access } from './en/access';
import { admin } from './en/admin';
import { common } from './en/common';
import { error } from './en/error';
import { library } from './en/library';
import { player } from './en/player';
import { policy } from './en/policy';
import { session } from './en/session';
import { setup } from './en/setup';
import { shell } from './en/shell';

export const en = { access, admin, common, error, library, player, policy, session, setup, shell } as const;
