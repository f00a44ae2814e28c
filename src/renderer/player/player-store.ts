/**
 * What is in the player and what it does: the one state that the bar, the list, the transcript and the keys share. Knows the
 * door and a `Sound`; knows nothing of React.
 */
import type { Input, MethodName, Output } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { RecordingRow } from '../../shared/model';
import { toAppError } from '../client';
import type { Loop, PlayerState } from './player-state';
import { EMPTY, RATES } from './player-state';
import { findSilenceAt, findSilences } from './silence';
import type { Sound, SoundEvents } from './sound';
import type { Wave } from './wave';

export interface PlayerDependencies {
  readonly call: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly makeSound: (events: SoundEvents) => Sound;
  /** The wave of a sound that main does not decode; null where it is too long to draw here. */
  readonly drawWave: (url: string, durationMs: number | null) => Promise<Wave | null>;
  readonly toWave: (peaks: string) => Wave;
}

/** A wave of an hour is 180 kB for each side. */
const DRAWN_WAVES_KEPT = 8;

export class PlayerStore {
  readonly #dependencies: PlayerDependencies;
  readonly #sound: Sound;
  readonly #listeners = new Set<() => void>();
  #state = EMPTY;
  /** Where the stretch began that is being heard now; null while nothing sounds. */
  #hearingFromMs: number | null = null;
  /** Where to go on when what failed is tried again; undefined for where the person stopped last. */
  #retryAtMs: number | undefined;
  /** Looks for the wave of what was put in, once that sounds: until then it would only take from it. */
  #findWaveOnce: (() => void) | null = null;
  /** Waves that were drawn from the sound itself, by recording and length: decoding an hour takes seconds. The newest last. */
  readonly #drawnWaves = new Map<string, Wave>();
  /** Grows with every recording put in: answers for an earlier one are dropped. */
  #turn = 0;

  constructor(dependencies: PlayerDependencies) {
    this.#dependencies = dependencies;
    this.#sound = dependencies.makeSound({
      onPlaying: () => this.#onPlaying(),
      onPaused: () => this.#onPaused(),
      onEnded: () => this.#onEnded(),
      onFailed: () => void this.#onFailed(),
      onStalled: (isStalled) => this.#set({ isStalled }),
    });
  }

  readonly getState = (): PlayerState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  positionMs(): number {
    return this.#state.current ? this.#sound.positionMs() : 0;
  }

  /** Puts a recording in and starts it; the one that is in already is started or paused. */
  async play(row: RecordingRow, atMs?: number): Promise<void> {
    if (this.#state.current?.id === row.id && this.#state.status !== 'failed') {
      if (atMs === undefined) return this.toggle();
      return this.#playFrom(atMs);
    }
    this.#tellHeard();
    const turn = ++this.#turn;
    this.#findWaveOnce = null;
    this.#retryAtMs = atMs;
    this.#sound.close();
    const { rate, skipsSilence, volumes, isScreenShown } = this.#state;
    this.#set({
      ...EMPTY,
      rate,
      skipsSilence,
      volumes,
      isScreenShown,
      current: row,
      status: 'loading',
      durationMs: row.durationMs ?? 0,
    });
    try {
      const ticket = await this.#dependencies.call('recordings.play', { id: row.id });
      if (turn !== this.#turn) return;
      const durationMs = ticket.durationMs ?? row.durationMs ?? 0;
      const { url, screenUrl, mediaType, channels, sides } = ticket;
      this.#sound.setRate(rate);
      this.#sound.open(url, mediaType, atMs ?? toStart(ticket.resumeAtMs, durationMs));
      this.#sound.setVolumes(volumes, channels);
      this.#findWaveOnce = () => void this.#findWave(row.id, url, ticket.durationMs, turn);
      this.#set({ url, screenUrl, channels, sides, durationMs });
    } catch (error) {
      if (turn === this.#turn) this.#set({ status: 'failed', error: toAppError(error) });
    }
  }

  async #findWave(id: string, url: string, durationMs: number | null, turn: number): Promise<void> {
    const { call, toWave } = this.#dependencies;
    const wave = await call('recordings.peaks', { id })
      .then((stored) => (stored ? toWave(stored.peaks) : this.#drawWave(id, url, durationMs)))
      // The call can be heard without its wave; the bar says that there is none.
      .catch(() => null);
    if (turn === this.#turn) this.#set(wave ? { wave, silences: findSilences(wave) } : { hasNoWave: true });
  }

  async #drawWave(id: string, url: string, durationMs: number | null): Promise<Wave | null> {
    const key = `${id} ${durationMs}`;
    const wave = this.#drawnWaves.get(key) ?? (await this.#dependencies.drawWave(url, durationMs));
    if (!wave) return null;
    this.#drawnWaves.delete(key);
    this.#drawnWaves.set(key, wave);
    for (const oldest of [...this.#drawnWaves.keys()].slice(0, -DRAWN_WAVES_KEPT))
      this.#drawnWaves.delete(oldest);
    return wave;
  }

  toggle(): void {
    const { status, current } = this.#state;
    if (status === 'playing') {
      this.#tellHeard();
      this.#sound.pause();
    } else if (status === 'ended') {
      this.#playFrom(this.#state.loop?.fromMs ?? 0);
    } else if (status === 'paused') {
      this.#sound.play();
    } else if (status === 'failed' && current) {
      void this.play(current, this.#retryAtMs);
    }
  }

  #playFrom(atMs: number): void {
    this.seek(atMs);
    if (this.#state.status !== 'playing') this.#sound.play();
  }

  pause(): void {
    if (this.#state.status === 'playing') this.toggle();
  }

  seek(toMs: number): void {
    if (!this.#state.url) return;
    const target = Math.min(Math.max(0, toMs), Math.max(0, this.#state.durationMs - 50));
    const wasHearing = this.#hearingFromMs !== null;
    this.#tellHeard();
    this.#sound.seek(target);
    if (wasHearing) this.#hearingFromMs = target;
    if (this.#state.status === 'ended') this.#set({ status: 'paused' });
    this.#notify();
  }

  skip(byMs: number): void {
    this.seek(this.positionMs() + byMs);
  }

  setRate(rate: number): void {
    this.#set({ rate });
    this.#sound.setRate(rate);
  }

  /** One step faster (1) or slower (-1) among the usual speeds. */
  stepRate(by: 1 | -1): void {
    const faster = RATES.find((rate) => rate > this.#state.rate) ?? RATES[RATES.length - 1];
    const slower = [...RATES].reverse().find((rate) => rate < this.#state.rate) ?? RATES[0];
    this.setRate((by === 1 ? faster : slower) ?? 1);
  }

  setSkipsSilence(skipsSilence: boolean): void {
    this.#set({ skipsSilence });
  }

  setScreenShown(isScreenShown: boolean): void {
    this.#set({ isScreenShown });
  }

  setVolumes(volumes: readonly [number, number]): void {
    this.#set({ volumes });
    this.#sound.setVolumes(volumes, this.#state.channels);
  }

  markLoopStart(): void {
    const fromMs = this.positionMs();
    const untilMs = this.#state.loop?.untilMs ?? null;
    this.#set({ loop: { fromMs, untilMs: untilMs !== null && untilMs > fromMs ? untilMs : null } });
  }

  markLoopEnd(): void {
    const untilMs = this.positionMs();
    const fromMs = this.#state.loop?.fromMs ?? 0;
    this.setLoop(untilMs > fromMs ? { fromMs, untilMs } : { fromMs: 0, untilMs });
  }

  setLoop(loop: Loop | null): void {
    this.#set({ loop });
    if (loop?.untilMs != null) this.#playFrom(loop.fromMs);
  }

  /** Called for every frame while playing: loops, and skips what nobody says. */
  tick(): void {
    const { status, loop, skipsSilence, silences } = this.#state;
    if (status !== 'playing') return;
    const positionMs = this.positionMs();
    if (loop?.untilMs != null && positionMs >= loop.untilMs) return this.seek(loop.fromMs);
    const silence = skipsSilence ? findSilenceAt(silences, positionMs) : undefined;
    if (silence) this.seek(silence.untilMs);
  }

  /** Main withdrew the right, or the person signed out: what is in the player ends now. */
  end(error: AppError | null): void {
    this.#turn++;
    this.#tellHeard();
    this.#sound.close();
    if (!error) this.#drawnWaves.clear();
    const { rate, skipsSilence, volumes, isScreenShown, current } = this.#state;
    this.#set(
      error
        ? { ...EMPTY, rate, skipsSilence, volumes, isScreenShown, current, status: 'failed', error }
        : EMPTY,
    );
  }

  #onPlaying(): void {
    this.#hearingFromMs = this.positionMs();
    this.#set({ status: 'playing', isStalled: false });
    this.#lookForWave();
  }

  /** By the person, or by the system, which takes the sound away from under him. */
  #onPaused(): void {
    this.#tellHeard();
    this.#set({ status: 'paused', isStalled: false });
    this.#lookForWave();
  }

  #lookForWave(): void {
    const find = this.#findWaveOnce;
    this.#findWaveOnce = null;
    find?.();
  }

  #onEnded(): void {
    const { loop } = this.#state;
    this.#tellHeard(this.#state.durationMs);
    this.#set({ status: 'ended' });
    if (loop?.untilMs != null) this.#playFrom(loop.fromMs);
  }

  async #onFailed(): Promise<void> {
    const { current } = this.#state;
    if (!current) return;
    this.#tellHeard();
    const turn = this.#turn;
    const atMs = this.positionMs();
    const error = await this.#dependencies.call('recordings.whyStopped', { id: current.id }).then(
      () => null,
      (thrown: unknown) => toAppError(thrown),
    );
    if (turn !== this.#turn) return;
    this.#retryAtMs = atMs;
    this.#sound.close();
    this.#set({ status: 'failed', url: null, screenUrl: null, error: error ?? unplayable() });
    // A ticket lasts for 15 minutes: whoever listens longer goes on with a new one.
    if (error?.reason === 'ticket-invalid') await this.play(current, atMs);
  }

  /** For the trail: which part was heard. That it was played at all was written before it began. */
  #tellHeard(untilMs = this.positionMs()): void {
    const { current } = this.#state;
    const fromMs = this.#hearingFromMs;
    this.#hearingFromMs = null;
    if (!current || fromMs === null || untilMs - fromMs < 200) return;
    const heard = { id: current.id, fromMs: Math.round(fromMs), untilMs: Math.round(untilMs) };
    this.#dependencies.call('recordings.heard', heard).catch((error: unknown) => {
      this.#set({ trailError: toAppError(error) });
    });
  }

  #set(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The door knows of no reason, and still there is no sound: the file is not what its header says. */
function unplayable(): AppError {
  return new AppError('unavailable', 'media-unreadable', 'The sound could not be decoded.');
}

/** Goes on where the person stopped, but not in the first second, nor in the last ones: who heard it all begins again. */
function toStart(resumeAtMs: number, durationMs: number): number {
  return resumeAtMs >= 1000 && resumeAtMs < durationMs - 5000 ? resumeAtMs : 0;
}
