/**
 * One sound at a time. Everything that a media element or Web Audio makes difficult is in here: one element for the life of the page (Web
 * Audio can route an element once only), a volume for each side of a call, events of the sound that is open and of no earlier one.
 */

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
  open(url: string, atMs: number): void;
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

interface Sides {
  readonly context: AudioContext;
  readonly left: GainNode;
  readonly right: GainNode;
}

export class ElementSound implements Sound {
  readonly #events: SoundEvents;
  readonly #element = new Audio();
  #isOpen = false;
  /** It was heard since it was set going last. */
  #isHeard = false;
  #sides: Sides | null = null;

  constructor(events: SoundEvents) {
    this.#events = events;
    const element = this.#element;
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
      if (!element.ended) events.onPaused();
    });
    element.addEventListener('ended', events.onEnded);
    element.addEventListener('error', () => {
      if (this.#isOpen) events.onFailed();
    });
  }

  open(url: string, atMs: number): void {
    this.#isOpen = true;
    this.#isHeard = false;
    this.#element.src = url;
    // Before it is loaded a place is where it begins: nothing before it is decoded, or waited for.
    if (atMs > 0) this.#element.currentTime = atMs / 1000;
    this.play();
  }

  play(): void {
    if (!this.#isOpen || !this.#element.paused) return;
    this.#element.play().catch((error: unknown) => {
      // A pause or another sound while it was loading is no failure; what cannot be loaded says so by itself.
      if (error instanceof DOMException && ['AbortError', 'NotSupportedError'].includes(error.name)) return;
      this.#events.onFailed();
    });
  }

  pause(): void {
    this.#element.pause();
  }

  seek(toMs: number): void {
    if (this.#isOpen) this.#element.currentTime = toMs / 1000;
  }

  positionMs(): number {
    return this.#isOpen ? this.#element.currentTime * 1000 : 0;
  }

  setRate(rate: number): void {
    // An element that loads goes back to its default.
    this.#element.defaultPlaybackRate = rate;
    this.#element.playbackRate = rate;
  }

  setVolumes([left, right]: readonly [number, number], channels: number): void {
    const isSided = channels === 2 && left !== right;
    this.#element.volume = isSided ? 1 : left;
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
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#isHeard = false;
    // Without a source it asks for no more bytes and forgets those that it has.
    this.#element.removeAttribute('src');
    this.#element.load();
  }
}
