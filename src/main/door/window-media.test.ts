/** What becomes of a play whose bytes stopped coming: why is kept for the player, and what can only fail again is ended. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MediaProblem } from '../archive/media/media-problem';
import { openLedger } from '../ledger/database';
import type { Log } from '../log';
import type { Session } from '../session/session';
import type { WritableDb } from '../sqlite/database';
import { Failures } from './failures';
import { Plays } from './plays';
import type { Ticket } from './tickets';
import { Tickets } from './tickets';
import { GRANT } from './tickets.test-support';
import { toMediaParts } from './window-media';

const ID = '0123456789abcdef';
const SESSION = { sessionId: 'session', clientId: 'window' } as Session;

let ledger: WritableDb;
let plays: Plays;
let ticket: Ticket;
beforeEach(() => {
  ledger = openLedger(':memory:');
  plays = new Plays({
    tickets: new Tickets(),
    findSession: () => SESSION,
    openLibrary: () => expect.fail('No right is asked for.'),
    onWithdrawn: () => expect.fail('Nothing is withdrawn.'),
  });
  ticket = plays.issue(SESSION, ID, 'sound', GRANT.file);
});
afterEach(() => ledger.close());

async function stop(error: unknown): Promise<void> {
  const failures = new Failures({
    log: {} as Log,
    releaseReserve: () => false,
    onDamage: () => 'profile-damaged',
  });
  await toMediaParts('window', 'app://hearback', { plays, ledger, failures }).onStopped(ticket, error);
}

it('keeps why, and lets the player ask again, where a file cannot be read', async () => {
  await stop(new MediaProblem('changed', 'The file has changed since it was scanned.'));
  expect(plays.whyStopped('session', ID)).toMatchObject({ reason: 'media-changed' });
  expect(ticket.ended.aborted).toBe(false);
});

it('ends the ticket where the drive is silent: each time that Chromium asks again would wait for it anew', async () => {
  await stop(new MediaProblem('silent', 'The drive does not answer.'));
  expect(plays.whyStopped('session', ID)).toMatchObject({ reason: 'volume-silent' });
  expect(ticket.ended.aborted).toBe(true);
});
