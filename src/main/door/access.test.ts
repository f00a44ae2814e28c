import { expect, it } from 'vitest';
import type { MethodAccess } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { ServiceRight } from '../../shared/user-settings';
import { SERVICE_RIGHTS } from '../../shared/user-settings';
import { requireAccess } from './access';

/** Every access class that needs a right. */
const CLASSES = {
  'configuration-read': true,
  'oversight-read': true,
  'configuration-write': true,
  'security-read': true,
  'security-write': true,
  'reporting-read': true,
  'reporting-write': true,
} satisfies Readonly<Record<Exclude<MethodAccess, 'anyone' | 'own-session' | 'signed-in'>, true>>;
const classes = Object.keys(CLASSES) as (keyof typeof CLASSES)[];

function isOpen(access: MethodAccess, rights: readonly ServiceRight[], kind: 'window' | 'command line') {
  try {
    requireAccess(access, new Set(rights), kind);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.reason === 'forbidden') return false;
    throw error;
  }
}

const opened = (rights: readonly ServiceRight[], kind: 'window' | 'command line' = 'window') =>
  classes.filter((access) => isOpen(access, rights, kind));

it('each service right opens what is its own at a window, and a right of another component opens nothing', () => {
  const given = Object.fromEntries(
    SERVICE_RIGHTS.map((right) => [right, opened([right])] as const).filter(([, open]) => open.length > 0),
  );
  expect(given).toEqual({
    mediaManagerAdministrator: classes.filter((access) => access !== 'security-write'),
    mediaManagerStandard: ['configuration-read', 'security-read', 'reporting-read'],
    webControlSecurity: ['security-read', 'security-write'],
    reporterAdministrator: ['reporting-read', 'reporting-write'],
  });
});

it('all rights of other components together open nothing', () => {
  const others = SERVICE_RIGHTS.filter((right) => !/^(mediaManager|webControlSecurity|reporter)/.test(right));
  expect(opened(others)).toEqual([]);
  expect(opened(others, 'command line')).toEqual([]);
});

it('the command line needs a right of its own on top, to read or to change, and it alone opens nothing', () => {
  const own: readonly ServiceRight[] = [
    'mediaManagerAdministrator',
    'webControlSecurity',
    'reporterAdministrator',
  ];
  expect(opened(own, 'command line')).toEqual([]);
  expect(opened([...own, 'managementApiRead'], 'command line')).toEqual(
    classes.filter((access) => access.endsWith('-read')),
  );
  expect(opened([...own, 'managementApiWrite'], 'command line')).toEqual(classes);
  expect(opened(['managementApiRead', 'managementApiWrite'], 'command line')).toEqual([]);
});
