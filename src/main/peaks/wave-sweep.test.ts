import { expect, it } from 'vitest';
import type { LookEnd, LookTask } from './peaks-messages';
import type { SweptRecording } from './wave-sweep';
import { WaveSweep } from './wave-sweep';

/** An archive of so many recordings, the key of each its time; a store that keeps none older than `oldestKeptMs` when it is full. */
function makeSweep(
  count: number,
  { known = [] as readonly number[], oldestKeptMs = null as number | null } = {},
) {
  const looked: number[] = [];
  const answers: LookEnd[] = [];
  const archive = Array.from({ length: count }, (_, index): SweptRecording => {
    const key = count - index;
    return { key, startedAtMs: key, recordingId: String(key), sizeBytes: 1, modifiedAtMs: 1 };
  });
  let listed = 0;
  let isOver: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const sweep = new WaveSweep({
    listNewest: (beforeKey, limit) => {
      const found = archive.filter((one) => beforeKey === undefined || one.key < beforeKey).slice(0, limit);
      listed += found.length;
      if (found.length === 0) isOver();
      return found;
    },
    toTask: (recording) =>
      recording.key % 10 === 0 ? undefined : ({ recordingId: recording.recordingId } as LookTask),
    peaks: {
      findUnheard: (keys) =>
        Promise.resolve({
          positions: keys.flatMap((key, index) => (known.includes(Number(key.recordingId)) ? [] : [index])),
          oldestKeptMs,
        }),
      lookAhead: (task) => {
        looked.push(Number(task.recordingId));
        return Promise.resolve(answers.shift() ?? 'drawn');
      },
    },
    onFailure: (error) => {
      throw error;
    },
  });
  return { sweep, looked, answers, over, isOver: () => isOver(), listedSoFar: () => listed };
}

it('draws what was not looked at, newest first, and leaves out what cannot be drawn', async () => {
  const { sweep, looked, over } = makeSweep(12, { known: [11, 3] });
  sweep.start(0);
  await over;
  expect(looked).toEqual([12, 9, 8, 7, 6, 5, 4, 2, 1]);
});

it('draws one again that had to give way', async () => {
  const { sweep, looked, answers, over } = makeSweep(3);
  answers.push('drawn', 'gave-way', 'drawn', 'passed-over');
  sweep.start(0);
  await over;
  expect(looked).toEqual([3, 2, 2, 1]);
});

it('draws none that is older than all that a full store keeps, and looks no further', async () => {
  const { sweep, looked, listedSoFar } = makeSweep(500, { oldestKeptMs: 498 });
  sweep.start(0);
  await expect.poll(() => looked).toEqual([499, 498]);
  expect(listedSoFar()).toBe(100);
});

it('draws nothing once it is stopped', async () => {
  const stopped = makeSweep(5);
  stopped.sweep.start(0);
  stopped.sweep.stop();
  const other = makeSweep(5);
  other.sweep.start(0);
  await other.over;
  expect(stopped.looked).toEqual([]);
});
