/**
 * One sound at a time, through howler. Everything that howler or Web Audio makes difficult is in here: one media element for the
 * life of the page (Web Audio can route an element once only), a volume for each side of a call, errors as events.
 */
import { Howl, Howler } from 'howler';

export interface SoundEvents {
  readonly onPlaying: () => void;
  readonly onPaused: () => void;
  readonly onEnded: () => void;
  /** The bytes stopped coming, or were no sound: the door knows why. */
  readonly onFailed: () => void;
  /** The sound cannot go on for want of bytes (`true`), or goes on again. */
  readonly onStalled: (isStalled: boolean) => void;
}

export interface Sound {
  /** Loads `url` and plays from `atMs` as soon as the first bytes are there. */
  open(url: string, mediaType: string, atMs: number): void;
  play(): void;
  pause(): void;
  seek(toMs: number): void;
  positionMs(): number;
  /** 0.5…3; the pitch is kept. */
  setRate(rate: number): void;
  /** Loudness of each side, 0…1. For a mono sound the first is that of the whole. */
  setVolumes(volumes: readonly [number, number], channels: number): void;
  close(): void;
}

/** What we need of howler that its types do not show. */
interface HowlerInternals {
  _html5AudioPool: HTMLAudioElement[];
  _canPlayEvent: string;
}

interface Sides {
  readonly context: AudioContext;
  readonly left: GainNode;
  readonly right: GainNode;
}

/** The element rounds what it is told. */
const SAME_PLACE_SEC = 0.001;

export class HowlerSound implements Sound {
  readonly #events: SoundEvents;
  readonly #element = new Audio();
  #howl: Howl | null = null;
  #rate = 1;
  #sides: Sides | null = null;
  #loudness = 1;

  constructor(events: SoundEvents) {
    this.#events = events;
    // media:// is another origin than the page; without CORS Web Audio would hear silence.
    this.#element.crossOrigin = 'anonymous';
    ignoreSamePlace(this.#element);
    // Howler plays at the speed that it was made with.
    this.#element.addEventListener('play', () => (this.#element.playbackRate = this.#rate));
    this.#element.addEventListener('waiting', () => events.onStalled(true));
    this.#element.addEventListener('playing', () => events.onStalled(false));
    Howler.autoUnlock = false;
  }

  open(url: string, mediaType: string, atMs: number): void {
    this.close();
    const internals = Howler as unknown as HowlerInternals;
    // Howler takes its element from the pool: ours. And it would wait until the whole call could play without a pause.
    internals._html5AudioPool.push(this.#element);
    internals._canPlayEvent = 'canplay';
    const howl: Howl = new Howl({
      src: [url],
      format: [toExtension(mediaType)],
      html5: true,
      rate: this.#rate,
      volume: this.#loudness,
      onplay: () => this.#if(howl, this.#events.onPlaying),
      onpause: () => this.#if(howl, this.#events.onPaused),
      onend: () => this.#if(howl, this.#events.onEnded),
      onloaderror: () => this.#if(howl, this.#events.onFailed),
      onplayerror: () => this.#if(howl, this.#events.onFailed),
    });
    this.#howl = howl;
    if (atMs > 0) howl.seek(atMs / 1000);
    howl.play();
  }

  /** An event of a sound that has been replaced meanwhile concerns nobody. */
  #if(howl: Howl, tell: () => void): void {
    if (this.#howl === howl) tell();
  }

  play(): void {
    if (this.#howl && !this.#howl.playing()) this.#howl.play();
  }

  pause(): void {
    this.#howl?.pause();
  }

  seek(toMs: number): void {
    // Howler would stop, go there, go there again and start: twice the bytes, and a pause.
    if (this.#howl?.state() === 'loaded' && this.#howl.playing()) this.#element.currentTime = toMs / 1000;
    else this.#howl?.seek(toMs / 1000);
  }

  positionMs(): number {
    // The element knows better than howler, which answers with itself while it is loading.
    return this.#howl ? this.#element.currentTime * 1000 : 0;
  }

  setRate(rate: number): void {
    this.#rate = rate;
    // Howler would end the sound by a clock from then on, which knows of no seek and of no bytes that come late.
    this.#element.playbackRate = rate;
  }

  setVolumes([left, right]: readonly [number, number], channels: number): void {
    const isSided = channels === 2 && left !== right;
    this.#loudness = isSided ? 1 : left;
    this.#howl?.volume(this.#loudness);
    // The graph is made when it is first needed: an ordinary play should not depend on Web Audio.
    if (!isSided && !this.#sides) return;
    const sides = (this.#sides ??= this.#makeSides());
    sides.left.gain.value = isSided ? left : 1;
    sides.right.gain.value = isSided ? right : 1;
  }

  #makeSides(): Sides {
    const context = new AudioContext();
    const splitter = context.createChannelSplitter(2);
    const merger = context.createChannelMerger(2);
    const [left, right] = [context.createGain(), context.createGain()];
    context.createMediaElementSource(this.#element).connect(splitter);
    splitter.connect(left, 0).connect(merger, 0, 0);
    splitter.connect(right, 1).connect(merger, 0, 1);
    merger.connect(context.destination);
    return { context, left, right };
  }

  close(): void {
    const howl = this.#howl;
    this.#howl = null;
    howl?.unload();
  }
}

/**
 * Howler puts the element to its place before every play, also where it is there already; Chromium would let go of all that it has read and
 * ask for it again.
 */
function ignoreSamePlace(element: HTMLAudioElement): void {
  const atSec = () => Reflect.get(HTMLMediaElement.prototype, 'currentTime', element);
  Object.defineProperty(element, 'currentTime', {
    get: atSec,
    set: (toSec: number) => {
      if (Math.abs(toSec - atSec()) < SAME_PLACE_SEC) return;
      Reflect.set(HTMLMediaElement.prototype, 'currentTime', toSec, element);
    },
  });
}

/** Howler chooses by extension; the door says media types. */
function toExtension(mediaType: string): string {
  const subtype = mediaType.split(/[/;]/)[1] ?? 'wav';
  return { mpeg: 'mp3', 'x-wav': 'wav', mp4: 'm4a' }[subtype] ?? subtype;
}
