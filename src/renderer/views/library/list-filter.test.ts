import { describe, expect, it } from 'vitest';
import { callFilterSchema } from '../../../shared/calls';
import { recordingFilterSchema } from '../../../shared/contract';
import type { ListFilter } from './list-filter';
import {
  isNarrowed,
  isPartSet,
  NO_FILTER,
  RECORDING_PARTS,
  toCallFilter,
  toRecordingFilter,
  toTimeBounds,
  withoutPart,
} from './list-filter';

const noon = new Date(2026, 8, 14, 12, 0).getTime();

describe('filter chips', () => {
  const everything: ListFilter = {
    text: '  miller ',
    time: { preset: 'own', fromDay: '2026-09-01', untilDay: '2026-09-14' },
    directions: ['inbound'],
    kinds: ['call'],
    party: '201',
    group: '700',
    line: '1',
    length: { minMinutes: 0.5, maxMinutes: 5 },
    hasTranscript: true,
    hasScreen: true,
    dispositions: ['busy'],
    recorded: 'no',
  };

  it('ask the door for nothing where nothing is chosen', () => {
    expect(toRecordingFilter(NO_FILTER, noon)).toEqual({});
    expect(isNarrowed(NO_FILTER, RECORDING_PARTS)).toBe(false);
    expect(isNarrowed({ ...NO_FILTER, text: '   ' }, RECORDING_PARTS)).toBe(false);
  });

  it('ask the door for all that is chosen, in a form that it takes', () => {
    const filter = toRecordingFilter(everything, noon);
    expect(recordingFilterSchema.parse(filter)).toEqual({
      text: 'miller',
      kinds: ['call'],
      directions: ['inbound'],
      fromMs: new Date(2026, 8, 1).getTime(),
      untilMs: new Date(2026, 8, 15).getTime(),
      minDurationMs: 30_000,
      maxDurationMs: 300_000,
      party: '201',
      group: '700',
      line: '1',
      hasTranscript: true,
      hasScreen: true,
    });
  });

  it('ask for calls by what calls have', () => {
    const asked = toCallFilter(everything, noon);
    expect(callFilterSchema.parse(asked)).toEqual(asked);
    expect(asked).toMatchObject({ text: 'miller', dispositions: ['busy'], isRecorded: false, party: '201' });
    expect(toCallFilter(NO_FILTER, noon)).toEqual({});
  });

  it('can be taken away one by one until the whole list is back', () => {
    const parts = [
      'time',
      'directions',
      'kinds',
      'party',
      'group',
      'line',
      'length',
      'hasTranscript',
      'hasScreen',
      'dispositions',
      'recorded',
    ] as const;
    let filter = { ...everything, text: '' };
    for (const part of parts) {
      expect(isPartSet(filter, part)).toBe(true);
      filter = withoutPart(filter, part);
      expect(isPartSet(filter, part)).toBe(false);
    }
    expect(filter).toEqual(NO_FILTER);
  });

  it('count days by the calendar', () => {
    expect(toTimeBounds({ preset: 'today' }, noon)).toEqual({ fromMs: new Date(2026, 8, 14).getTime() });
    expect(toTimeBounds({ preset: 'last7Days' }, noon)).toEqual({ fromMs: new Date(2026, 8, 8).getTime() });
    expect(toTimeBounds({ preset: 'last30Days' }, noon)).toEqual({ fromMs: new Date(2026, 7, 16).getTime() });
    expect(toTimeBounds({ preset: 'thisMonth' }, noon)).toEqual({ fromMs: new Date(2026, 8, 1).getTime() });
  });

  it('leave a side of a range open that is not given', () => {
    expect(toTimeBounds({ preset: 'own', fromDay: '', untilDay: '2026-09-14' }, noon)).toEqual({
      untilMs: new Date(2026, 8, 15).getTime(),
    });
  });
});
