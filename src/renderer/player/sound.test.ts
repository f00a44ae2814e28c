import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Howler asks once, when it is read, what can be played; this page can play nothing.
HTMLMediaElement.prototype.canPlayType = () => 'maybe';
const { HowlerSound } = await import('./sound');

/** Of a page that can play nothing: what the element would tell is told here. */
function open(atMs = 0) {
  const told: string[] = [];
  const elements: HTMLAudioElement[] = [];
  vi.stubGlobal('Audio', function Audio() {
    const element = document.createElement('audio');
    elements.push(element);
    return element;
  });
  const sound = new HowlerSound({
    onPlaying: () => told.push('playing'),
    onPaused: () => told.push('paused'),
    onEnded: () => told.push('ended'),
    onFailed: () => told.push('failed'),
    onStalled: (isStalled) => told.push(isStalled ? 'stalled' : 'goes on'),
  });
  const [element] = elements;
  if (!element) throw new Error('The sound made no element.');
  sound.open('media://play/x', 'audio/wav', atMs);
  const tell = (...names: string[]) => names.forEach((name) => element.dispatchEvent(new Event(name)));
  return { sound, element, told, tell };
}

describe('a sound', () => {
  const play = vi.fn<() => Promise<void>>();

  beforeEach(() => {
    play.mockReset().mockResolvedValue(undefined);
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(play);
    vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue(undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('begins at its place, and is set going without waiting for its bytes', () => {
    const { element } = open(30_000);
    expect([element.src, element.currentTime]).toEqual(['media://play/x', 30]);
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('is told to be heard once, and not again after a seek or a wait for bytes', () => {
    const { told, tell } = open();
    tell('waiting', 'playing', 'seeking', 'waiting', 'playing');
    expect(told).toEqual(['playing', 'stalled', 'goes on']);
    tell('pause', 'playing');
    expect(told.slice(3)).toEqual(['paused', 'playing']);
  });

  it('does not pause where it ends', () => {
    const { element, told, tell } = open();
    vi.spyOn(element, 'ended', 'get').mockReturnValue(true);
    tell('playing', 'pause', 'ended');
    expect(told).toEqual(['playing', 'ended']);
  });

  it('fails where it cannot be loaded, and no more once it is closed', async () => {
    const { sound, element, told, tell } = open();
    tell('error');
    await vi.waitFor(() => expect(told).toEqual(['failed']));
    sound.close();
    tell('error');
    expect(told).toEqual(['failed']);
    expect([element.hasAttribute('src'), sound.positionMs()]).toEqual([false, 0]);
  });

  it('keeps its speed with the next sound', () => {
    const { sound, element } = open();
    sound.setRate(1.5);
    expect([element.defaultPlaybackRate, element.playbackRate]).toEqual([1.5, 1.5]);
  });
});
