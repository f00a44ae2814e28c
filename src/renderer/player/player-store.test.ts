import { describe, expect, it } from 'vitest';
import type { Input, MethodName, Output, PlayTicket } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { RecordingRow } from '../../shared/model';
import { PlayerStore } from './player-store';
import type { Sound, SoundEvents } from './sound';
import type { Wave } from './wave';

const ROW: RecordingRow = {
  id: '00000000000000aa',
  kind: 'call',
  direction: 'inbound',
  startedAtMs: 0,
  timeZone: 'Europe/Berlin',
  durationMs: 60_000,
  from: { number: '15550100', name: null },
  to: { number: '201', name: 'Ann' },
  group: null,
  line: null,
  hasTranscript: false,
  hasScreen: false,
  isHeld: false,
  isShared: false,
  presence: 'present',
};
const OTHER: RecordingRow = { ...ROW, id: '00000000000000bb' };
const TICKET: PlayTicket = {
  url: 'media://play/x',
  mediaType: 'audio/wav',
  durationMs: 60_000,
  channels: 1,
  sides: [null],
  screenUrl: null,
  resumeAtMs: 0,
};

/** The sound card's place: it does what it is told and keeps where it is. */
class FakeSound implements Sound {
  atMs = 0;
  opened: { url: string; atMs: number } | null = null;
  isClosed = false;
  constructor(readonly events: SoundEvents) {}
  open(url: string, _mediaType: string, atMs: number): void {
    this.opened = { url, atMs };
    this.atMs = atMs;
    this.isClosed = false;
  }
  play(): void {
    this.events.onPlaying();
  }
  pause(): void {
    this.events.onPaused();
  }
  seek(toMs: number): void {
    this.atMs = toMs;
  }
  positionMs(): number {
    return this.atMs;
  }
  setRate(): void {
    return;
  }
  setVolumes(): void {
    return;
  }
  close(): void {
    this.isClosed = true;
  }
}

type Answers = Partial<Record<MethodName, (input: never) => unknown>>;

function makePlayer(answers: Answers = {}, wave: Wave | null = null) {
  const calls: { method: string; input: unknown }[] = [];
  const drawnFrom: string[] = [];
  let sound: FakeSound | undefined;
  const store = new PlayerStore({
    call: async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
      calls.push({ method, input });
      const answer = answers[method] ?? { 'recordings.play': () => TICKET }[method as string] ?? (() => null);
      return Promise.resolve(answer(input as never) as Output<M>);
    },
    makeSound: (events) => (sound = new FakeSound(events)),
    drawWave: (url) => {
      drawnFrom.push(url);
      return Promise.resolve(wave);
    },
    toWave: () => ({ channels: [new Uint8Array(3000)], buckets: 3000, bucketsPerSecond: 50 }),
  });
  if (!sound) throw new Error('The store made no sound.');
  return { store, sound, calls, drawnFrom };
}

describe('the player', () => {
  it('plays from where the person stopped, but from the start what was hardly begun or heard to the end', async () => {
    const half = makePlayer({ 'recordings.play': () => ({ ...TICKET, resumeAtMs: 30_000 }) });
    await half.store.play(ROW);
    expect(half.sound.opened).toEqual({ url: TICKET.url, atMs: 30_000 });
    const hardly = makePlayer({ 'recordings.play': () => ({ ...TICKET, resumeAtMs: 240 }) });
    await hardly.store.play(ROW);
    expect(hardly.sound.opened?.atMs).toBe(0);
    const whole = makePlayer({ 'recordings.play': () => ({ ...TICKET, resumeAtMs: 59_000 }) });
    await whole.store.play(ROW);
    expect(whole.sound.opened?.atMs).toBe(0);
  });

  it('says why it may not play, and plays nothing', async () => {
    const refused = new AppError('forbidden', 'forbidden', 'no');
    const { store, sound } = makePlayer({
      'recordings.play': () => {
        throw refused;
      },
    });
    await store.play(ROW);
    expect(store.getState()).toMatchObject({ status: 'failed', error: { reason: 'forbidden' } });
    expect(sound.opened).toBeNull();
  });

  it('asks the door why the sound stopped, and says that', async () => {
    const { store, sound } = makePlayer({
      'recordings.whyStopped': () => {
        throw new AppError('unavailable', 'media-changed', 'changed');
      },
    });
    await store.play(ROW);
    sound.events.onPlaying();
    sound.events.onFailed();
    await expect.poll(() => store.getState().error?.reason).toBe('media-changed');
    expect(sound.isClosed).toBe(true);
  });

  it('goes on where it was with a new ticket, when the old one has expired', async () => {
    const { store, sound } = makePlayer({
      'recordings.whyStopped': () => {
        throw new AppError('unavailable', 'ticket-invalid', 'expired');
      },
    });
    await store.play(ROW);
    sound.events.onPlaying();
    sound.atMs = 42_000;
    sound.events.onFailed();
    await expect.poll(() => sound.opened).toEqual({ url: TICKET.url, atMs: 42_000 });
    expect(store.getState().status).not.toBe('failed');
  });

  it('tries again where it stood when the drive fell silent', async () => {
    const { store, sound } = makePlayer({
      'recordings.whyStopped': () => {
        throw new AppError('unavailable', 'volume-silent', 'silent');
      },
    });
    await store.play(ROW);
    sound.events.onPlaying();
    sound.atMs = 42_000;
    sound.events.onFailed();
    await expect.poll(() => store.getState().error?.reason).toBe('volume-silent');
    sound.atMs = 0;
    store.toggle();
    await expect.poll(() => sound.opened).toEqual({ url: TICKET.url, atMs: 42_000 });
    expect(store.getState()).toMatchObject({ error: null });
  });

  it('plays the recording that was chosen last, whichever ticket comes first', async () => {
    let answerFirst: (ticket: PlayTicket) => void = () => undefined;
    const first = new Promise<PlayTicket>((resolve) => (answerFirst = resolve));
    const { store, sound } = makePlayer({
      'recordings.play': (input: { id: string }) =>
        input.id === ROW.id ? first : { ...TICKET, url: 'media://play/other' },
    });
    const slow = store.play(ROW);
    await store.play(OTHER);
    answerFirst(TICKET);
    await slow;
    expect(sound.opened?.url).toBe('media://play/other');
    expect(store.getState().current?.id).toBe(OTHER.id);
  });

  it('tells for the trail which parts were heard, and not those that were skipped', async () => {
    const { store, sound, calls } = makePlayer();
    await store.play(ROW);
    sound.events.onPlaying();
    sound.atMs = 4000;
    store.seek(30_000);
    sound.atMs = 35_000;
    store.toggle();
    expect(calls.filter((one) => one.method === 'recordings.heard').map((one) => one.input)).toEqual([
      { id: ROW.id, fromMs: 0, untilMs: 4000 },
      { id: ROW.id, fromMs: 30_000, untilMs: 35_000 },
    ]);
  });

  it('tells what was heard before the system paused it', async () => {
    const { store, sound, calls } = makePlayer();
    await store.play(ROW);
    sound.events.onPlaying();
    sound.atMs = 4000;
    sound.events.onPaused();
    expect(store.getState().status).toBe('paused');
    expect(calls.at(-1)).toEqual({
      method: 'recordings.heard',
      input: { id: ROW.id, fromMs: 0, untilMs: 4000 },
    });
  });

  it('looks for the wave once the sound is heard, which does not wait for it', async () => {
    const { store, sound, calls } = makePlayer();
    const asked = () => calls.filter((one) => one.method === 'recordings.peaks').length;
    await store.play(ROW);
    expect(asked()).toBe(0);
    sound.events.onPlaying();
    expect(asked()).toBe(1);
    sound.events.onPaused();
    sound.events.onPlaying();
    expect(asked()).toBe(1);
    await store.play(OTHER);
    sound.events.onPaused();
    expect(asked()).toBe(2);
  });

  it('draws a wave from the sound once, and keeps it until the person signs out', async () => {
    const wave: Wave = { channels: [new Uint8Array(50)], buckets: 50, bucketsPerSecond: 50 };
    const { store, sound, drawnFrom } = makePlayer({}, wave);
    const hear = async (row: RecordingRow) => {
      await store.play(row);
      sound.events.onPlaying();
      await expect.poll(() => store.getState().wave).toBe(wave);
    };
    await hear(ROW);
    await hear(OTHER);
    await hear(ROW);
    expect(drawnFrom.length).toBe(2);
    store.end(null);
    await hear(ROW);
    expect(drawnFrom.length).toBe(3);
  });

  it('goes round between its two marks', async () => {
    const { store, sound } = makePlayer();
    await store.play(ROW);
    sound.events.onPlaying();
    sound.atMs = 10_000;
    store.markLoopStart();
    sound.atMs = 15_000;
    store.markLoopEnd();
    expect(store.positionMs()).toBe(10_000);
    sound.atMs = 15_020;
    store.tick();
    expect(store.positionMs()).toBe(10_000);
    store.setLoop(null);
    sound.atMs = 15_020;
    store.tick();
    expect(store.positionMs()).toBe(15_020);
  });

  it('skips silence only where the person asked for it', async () => {
    const { store, sound } = makePlayer({ 'recordings.peaks': () => ({ peaks: '' }) });
    await store.play(ROW);
    sound.events.onPlaying();
    await expect.poll(() => store.getState().silences.length).toBe(1);
    sound.atMs = 5000;
    store.tick();
    expect(store.positionMs()).toBe(5000);
    store.setSkipsSilence(true);
    store.tick();
    expect(store.positionMs()).toBeGreaterThan(55_000);
  });

  it('ends at once when the right is withdrawn, and says so', async () => {
    const { store, sound } = makePlayer();
    await store.play(ROW);
    sound.events.onPlaying();
    store.end(new AppError('forbidden', 'right-withdrawn', 'withdrawn'));
    expect(sound.isClosed).toBe(true);
    expect(store.getState()).toMatchObject({
      status: 'failed',
      error: { reason: 'right-withdrawn' },
      url: null,
    });
  });

  it('steps through the usual speeds and stops at both ends', () => {
    const { store } = makePlayer();
    store.stepRate(1);
    expect(store.getState().rate).toBe(1.25);
    for (let i = 0; i < 20; i++) store.stepRate(1);
    expect(store.getState().rate).toBe(3);
    for (let i = 0; i < 20; i++) store.stepRate(-1);
    expect(store.getState().rate).toBe(0.5);
  });
});
