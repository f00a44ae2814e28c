/**
 * One sound at a time, through howler. Everything that howler, a media element or Web Audio makes difficult is in here: one element for
 * the life of the page (Web Audio can route an element once only), a sound that begins at its place and without waiting, a volume for
 * each side of a call, events of the sound that is open and of no earlier one.
 */
import { Howl, Howler } from 'howler';

export interface SoundEvents {
  /** It is heard: once for each time that it is set going, not again after a seek or a wait for bytes. */
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
  usingWebAudio: boolean;
}

interface HowlInternals {
  _clearSound: (element: HTMLAudioElement) => void;
}

interface Sides {
  readonly context: AudioContext;
  readonly left: GainNode;
  readonly right: GainNode;
}

export class HowlerSound implements Sound {
  readonly #events: SoundEvents;
  readonly #element = new Audio();
  #howl: Howl | null = null;
  /** It was heard since it was set going last. */
  #isHeard = false;
  #sides: Sides | null = null;
  #rate = 1;
  #loudness = 1;

  constructor(events: SoundEvents) {
    this.#events = events;
    const element = this.#element;
    prepareHowler();
    keepPlace(element);
    // media:// is another origin than the page; without CORS Web Audio would hear silence.
    element.crossOrigin = 'anonymous';
    element.addEventListener('playing', () => {
      if (this.#isHeard) return events.onStalled(false);
      this.#isHeard = true;
      events.onPlaying();
    });
    element.addEventListener('waiting', () => {
      if (this.#isHeard) events.onStalled(true);
    });
    element.addEventListener('pause', () => {
      this.#isHeard = false;
      // At its end an element says that it pauses, too.
      if (element.ended) return;
      // The system pauses without asking howler.
      this.#howl?.pause();
      events.onPaused();
    });
    element.addEventListener('ended', events.onEnded);
  }

  open(url: string, mediaType: string, atMs: number): void {
    this.close();
    // Howler takes its element from the pool: ours.
    (Howler as unknown as HowlerInternals)._html5AudioPool.push(this.#element);
    const howl: Howl = new Howl({
      src: [url],
      format: [toExtension(mediaType)],
      html5: true,
      volume: this.#loudness,
      // Whoever has paused meanwhile wants no sound.
      onload: () => this.#if(howl, () => this.#element.paused || this.#goOn(howl)),
      onloaderror: () => this.#if(howl, this.#events.onFailed),
      onplayerror: () => this.#if(howl, this.#events.onFailed),
    });
    this.#howl = howl;
    // Before it is loaded a place is where it begins: nothing before it is decoded, or waited for.
    if (atMs > 0) goTo(this.#element, atMs);
    // Howler would begin once enough is there; the element begins by itself, and howler joins in.
    this.#begin(howl);
  }

  /** An event of a sound that has been replaced meanwhile concerns nobody. */
  #if(howl: Howl, act: () => void): void {
    if (this.#howl === howl) act();
  }

  #begin(howl: Howl): void {
    this.#element.play().catch((error: unknown) => {
      // A pause or another sound while it was loading is no failure; what cannot be loaded says so by itself.
      if (error instanceof DOMException && ['AbortError', 'NotSupportedError'].includes(error.name)) return;
      this.#if(howl, this.#events.onFailed);
    });
  }

  play(): void {
    const howl = this.#howl;
    if (!howl || !this.#element.paused) return;
    if (howl.state() === 'loaded') this.#goOn(howl);
    else this.#begin(howl);
  }

  #goOn(howl: Howl): void {
    howl.play();
    // Howler plays at the speed that it was made with.
    this.#element.playbackRate = this.#rate;
  }

  pause(): void {
    this.#element.pause();
  }

  seek(toMs: number): void {
    if (this.#howl) goTo(this.#element, toMs);
  }

  positionMs(): number {
    return this.#howl ? this.#element.currentTime * 1000 : 0;
  }

  setRate(rate: number): void {
    this.#rate = rate;
    // An element that loads goes back to its default.
    this.#element.defaultPlaybackRate = rate;
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
    this.#isHeard = false;
    howl?.unload();
  }
}

function prepareHowler(): void {
  Howler.autoUnlock = false;
  const howler = Howler as unknown as HowlerInternals;
  // All sound is the element's; howler would open a device of its own with the first one.
  howler.usingWebAudio = false;
  // It would wait until the whole call could play without a pause.
  howler._canPlayEvent = 'canplay';
  // Without a source an element asks for no more bytes; howler gives it an empty sound, which the pages may not load.
  (Howl.prototype as unknown as HowlInternals)._clearSound = (element) => {
    element.removeAttribute('src');
    element.load();
  };
}

/** Howler puts the element to a place before every play and after every end; it is where it ought to be. */
function keepPlace(element: HTMLAudioElement): void {
  Object.defineProperty(element, 'currentTime', {
    get: () => Reflect.get(HTMLMediaElement.prototype, 'currentTime', element),
    set: () => undefined,
  });
}

function goTo(element: HTMLAudioElement, toMs: number): void {
  Reflect.set(HTMLMediaElement.prototype, 'currentTime', toMs / 1000, element);
}

/** Howler chooses by extension; the door says media types. */
function toExtension(mediaType: string): string {
  const subtype = mediaType.split(/[/;]/)[1] ?? 'wav';
  return { mpeg: 'mp3', 'x-wav': 'wav', mp4: 'm4a' }[subtype] ?? subtype;
}
