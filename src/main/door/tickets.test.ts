import { expect, it } from 'vitest';
import { TICKET_LIFE_MS, Tickets } from './tickets';
import { GRANT } from './tickets.test-support';

it('opens for the window it was given to, and for no other', () => {
  const tickets = new Tickets();
  const { token } = tickets.issue(GRANT);
  expect(tickets.find(token, 'window-1')?.recordingId).toBe(GRANT.recordingId);
  expect(tickets.find(token, 'window-2')).toBeUndefined();
  const altered = token.replace(/./, (digit) => (digit === '0' ? '1' : '0'));
  expect(tickets.find(altered, 'window-1')).toBeUndefined();
});

it('is 128 random bits, different each time', () => {
  const tickets = new Tickets();
  const tokens = Array.from({ length: 40 }, () => tickets.issue(GRANT).token);
  expect(new Set(tokens).size).toBe(40);
  for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}$/);
});

it.each(['', '__proto__', 'constructor', '../../etc/passwd', 'A'.repeat(32), '0'.repeat(1_000_000)])(
  'knows nothing of the made-up token %.30j',
  (token) => {
    const tickets = new Tickets();
    tickets.issue(GRANT);
    expect(tickets.find(token, 'window-1')).toBeUndefined();
  },
);

it('opens nothing after 15 minutes, while what plays under it can still be ended', () => {
  let nowMs = 1000;
  const tickets = new Tickets(() => nowMs);
  const ticket = tickets.issue(GRANT);
  nowMs += TICKET_LIFE_MS - 1;
  expect(tickets.isExpired(ticket)).toBe(false);
  nowMs += 1;
  expect(tickets.isExpired(ticket)).toBe(true);
  expect(ticket.ended.aborted).toBe(false);
  tickets.endSession('session-1');
  expect(ticket.ended.aborted).toBe(true);
});

it('dies with its session and leaves the tickets of others alone', () => {
  const tickets = new Tickets();
  const mine = tickets.issue(GRANT);
  const other = tickets.issue({ ...GRANT, clientId: 'window-2', sessionId: 'session-2' });
  tickets.endSession('session-1');
  expect(tickets.find(mine.token, 'window-1')).toBeUndefined();
  expect(mine.ended.aborted).toBe(true);
  expect(tickets.find(other.token, 'window-2')).toBe(other);
});

it('keeps the newest of very many, so that no page can fill the memory', () => {
  const tickets = new Tickets();
  const first = tickets.issue(GRANT);
  let last = first;
  for (let n = 0; n < 500; n++) last = tickets.issue(GRANT);
  expect(tickets.live().length).toBeLessThanOrEqual(50);
  expect(first.ended.aborted).toBe(true);
  expect(tickets.find(last.token, 'window-1')).toBe(last);
});
