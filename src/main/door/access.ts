/** Who may call what, before a handler runs. The policy then decides about each recording by itself. */
import type { MethodAccess } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { ServiceRight } from '../../shared/user-settings';
import type { Client } from './client';

type Rights = ReadonlySet<ServiceRight>;

/** Throws AppError `forbidden`, naming the right that is missing. */
export function requireAccess(access: MethodAccess, rights: Rights, kind: Client['kind']): void {
  const missing = findMissingRight(access, rights, kind);
  if (missing === undefined) return;
  throw new AppError('forbidden', 'forbidden', `This needs the right ${missing}.`, { right: missing });
}

/** The weakest right that would open the door, or undefined where it is open. */
function findMissingRight(
  access: MethodAccess,
  rights: Rights,
  kind: Client['kind'],
): ServiceRight | undefined {
  const needed = neededRights(access);
  if (needed.length === 0) return undefined;
  if (!needed.some((right) => rights.has(right))) return needed[0];
  if (kind === 'window') return undefined;
  // A script needs its own right on top: nobody gets a way to automate by being an administrator.
  const forScripts = neededOnCommandLine(access);
  return forScripts.some((right) => rights.has(right)) ? undefined : forScripts[0];
}

function neededRights(access: MethodAccess): readonly ServiceRight[] {
  switch (access) {
    case 'anyone':
    case 'own-session':
    case 'signed-in':
      return [];
    case 'configuration-read':
      return ['mediaManagerStandard', 'mediaManagerAdministrator'];
    // The trail and the findings tell of recordings, whoever may list them: numbers and times stand in file names.
    case 'oversight-read':
    case 'configuration-write':
      return ['mediaManagerAdministrator'];
    case 'security-read':
      return ['mediaManagerStandard', 'mediaManagerAdministrator', 'webControlSecurity'];
    case 'security-write':
      return ['webControlSecurity'];
    case 'reporting-read':
      return ['reporterAdministrator', 'mediaManagerStandard', 'mediaManagerAdministrator'];
    // The administrator changes every setting of people and of the organisation, this one too.
    case 'reporting-write':
      return ['reporterAdministrator', 'mediaManagerAdministrator'];
  }
}

function neededOnCommandLine(access: MethodAccess): readonly ServiceRight[] {
  return access.endsWith('-read') ? ['managementApiRead', 'managementApiWrite'] : ['managementApiWrite'];
}
