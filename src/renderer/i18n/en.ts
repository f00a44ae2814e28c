/** English, the source of all words on screen: by area, one file each. */
import { access } from './en/access';
import { admin } from './en/admin';
import { audit } from './en/audit';
import { calls } from './en/calls';
import { common } from './en/common';
import { error } from './en/error';
import { exchange } from './en/exchange';
import { explain } from './en/explain';
import { health } from './en/health';
import { keeping } from './en/keeping';
import { library } from './en/library';
import { people } from './en/people';
import { player } from './en/player';
import { policy } from './en/policy';
import { profile } from './en/profile';
import { reading } from './en/reading';
import { reports } from './en/reports';
import { preview } from './en/preview';
import { session } from './en/session';
import { settings } from './en/settings';
import { setup } from './en/setup';
import { sharing } from './en/sharing';
import { shell } from './en/shell';
import { sources } from './en/sources';
import { wizard } from './en/wizard';

export const en = {
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
} as const;
