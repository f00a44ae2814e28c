import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionDecision, Step } from '../../../shared/model';
import { startLanguage } from '../../i18n/i18n';
import { toAccessSentences } from './access-words';

const step = (passed: boolean, reason: Step['reason'], details?: Step['details']): Step => ({
  name: 'scope',
  passed,
  reason,
  setting: null,
  value: null,
  ...(details ? { details } : {}),
});
const mayPlay: ActionDecision = {
  action: 'play',
  allowed: true,
  steps: [step(true, 'scopeOwn', { number: '201' })],
};

const call = { kind: 'call', hasTranscript: false } as const;

describe('the sentences about access', () => {
  beforeAll(() => startLanguage());

  it('say what one may, and for what one may not the setting that stands against it', () => {
    const download: ActionDecision = {
      action: 'download',
      allowed: false,
      steps: [step(true, 'scopeAll'), step(false, 'downloadOff'), step(false, 'held')],
    };
    expect(toAccessSentences(i18next.t, { ...call, access: [mayPlay, download] }, 'en')).toEqual([
      'You may play it.',
      'You may not save a copy of it. ‘Download recordings’ is off in your settings.',
    ]);
  });

  it('say so where one may do nothing', () => {
    const list: ActionDecision = { action: 'list', allowed: true, steps: [] };
    expect(toAccessSentences(i18next.t, { ...call, access: [list] }, 'en')[0]).toContain(
      'nothing with this recording',
    );
  });

  it('speak of no screen recording and no transcript where there is none', () => {
    const seeScreen: ActionDecision = {
      action: 'seeScreen',
      allowed: false,
      steps: [step(false, 'screenNone')],
    };
    const read: ActionDecision = { action: 'readTranscript', allowed: true, steps: [] };
    const access = [mayPlay, seeScreen, read];
    expect(toAccessSentences(i18next.t, { ...call, access }, 'en')).toEqual(['You may play it.']);
    expect(toAccessSentences(i18next.t, { ...call, hasTranscript: true, access }, 'en')).toEqual([
      'You may play it and read its transcript.',
    ]);
    const off: ActionDecision = { action: 'seeScreen', allowed: false, steps: [step(false, 'screenOff')] };
    expect(toAccessSentences(i18next.t, { ...call, access: [mayPlay, off] }, 'en')).toHaveLength(2);
  });
});
