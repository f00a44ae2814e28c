import { describe, expect, it } from 'vitest';
import { findDetails } from './details';

describe('the details of an entry', () => {
  it('are told value by value, with the keys that lead to each', () => {
    expect(findDetails('{"recordingId":"ab","filter":{"text":"Ann"}}')).toEqual({
      values: [
        { path: ['recordingId'], value: 'ab' },
        { path: ['filter', 'text'], value: 'Ann' },
      ],
      changes: [],
      preview: undefined,
    });
  });

  it('tell each changed field before and after, and what stands beside the change', () => {
    const details = findDetails(
      '{"name":"Ann","before":{"settings":{"replay":false}},"after":{"settings":{"replay":true}}}',
    );
    expect(details?.values).toEqual([{ path: ['name'], value: 'Ann' }]);
    expect(details?.changes).toEqual([{ path: ['settings', 'replay'], before: false, after: true }]);
  });

  it('tell of something new what it has, and of something removed what it had', () => {
    expect(findDetails('{"after":{"name":"Sales"}}')?.changes).toEqual([
      { path: ['name'], before: undefined, after: 'Sales' },
    ]);
    expect(findDetails('{"before":{"name":"Sales"}}')?.changes).toEqual([
      { path: ['name'], before: 'Sales', after: undefined },
    ]);
  });

  it('keep lists whole', () => {
    expect(findDetails('{"before":["A"],"after":["A","B"]}')?.changes).toEqual([
      { path: [], before: ['A'], after: ['A', 'B'] },
    ]);
  });

  it('do not take a page of the trail for a state', () => {
    expect(findDetails('{"before":"120","userName":"Ann"}')).toEqual({
      values: [
        { path: ['userName'], value: 'Ann' },
        { path: ['before'], value: '120' },
      ],
      changes: [],
      preview: undefined,
    });
  });

  it('say nothing of the page where a reading began with the first', () => {
    expect(findDetails('{"before":null}')).toEqual({ values: [], changes: [], preview: undefined });
  });

  it('tell what a change was made upon, and leave what is no preview among the values', () => {
    const counts = { list: 12, download: 0, delete: 0, seeScreen: 0, readTranscript: 0 };
    const preview = { entry: 41, gaining: 2, losing: 0, uncounted: 0, gained: counts, lost: counts };
    expect(findDetails(JSON.stringify({ preview }))).toMatchObject({ values: [], preview });
    expect(findDetails('{"preview":null}')).toMatchObject({ values: [], preview: null });
    expect(findDetails('{"preview":{"entry":1}}')).toMatchObject({
      values: [{ path: ['preview', 'entry'], value: 1 }],
      preview: undefined,
    });
  });

  it('hold keys that are names of prototypes as any other', () => {
    expect(findDetails('{"after":{"__proto__":"x"},"before":{}}')?.changes).toEqual([
      { path: ['__proto__'], before: undefined, after: 'x' },
    ]);
  });

  it('are not made up where there is no JSON object', () => {
    expect(findDetails('not json')).toBeUndefined();
    expect(findDetails('null')).toBeUndefined();
  });
});
