import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/explanation';
import { STEP_REASONS } from '../../../shared/step-reasons';
import { en } from '../../i18n/en';
import { startLanguage } from '../../i18n/i18n';
import { toStepSentenceOf } from './access-words';
import { findDestination, toChangeSentence } from './change-words';

describe('the sentences about somebody else', () => {
  beforeAll(() => startLanguage());

  it('never say you, whatever step of his decision they are about', () => {
    for (const reason of Object.keys(STEP_REASONS) as (keyof typeof STEP_REASONS)[]) {
      const details = { number: '201', group: '700', owner: 'Bob' };
      const step = { name: 'scope', passed: false, reason, setting: null, value: null, details } as const;
      const sentence = toStepSentenceOf(i18next.t, step, 'Ann');
      expect(sentence).not.toMatch(/\byou/i);
      expect(sentence).not.toMatch(/\{\{/);
    }
  });

  it('fill in what a step brings along', () => {
    for (const [reason, sentence] of Object.entries(en.explain.step)) {
      const brought = [...STEP_REASONS[reason as keyof typeof STEP_REASONS].matchAll(/\{(\w+)\}/g)].map(
        (match) => match[1],
      );
      const filled = [...sentence.matchAll(/\{\{(\w+)/g)].map((match) => match[1]);
      expect([reason, [...new Set(filled)].filter((one) => one !== 'name').sort()]).toEqual([
        reason,
        brought.sort(),
      ]);
    }
  });
});

describe('the sentences about a change', () => {
  const group = { change: 'group', groupId: 'g', number: '700' } as const;
  const cases: readonly (readonly [Change, string])[] = [
    [{ change: 'setting', setting: 'viewOutbound', isOn: true }, 'Turn on ‘View outbound call recordings’.'],
    [{ change: 'otherNumber', number: '201', isOn: false }, 'Take 201 out of'],
    [{ ...group, isOn: true, withMembers: true, wasChosen: false }, 'with the calls of its members'],
    [{ ...group, isOn: true, withMembers: false, wasChosen: false }, 'Choose the group 700 in'],
    [{ ...group, isOn: true, withMembers: false, wasChosen: true }, 'Keep the group 700, but without'],
    [{ ...group, isOn: false, withMembers: false, wasChosen: true }, 'Take the group 700 out'],
    [{ change: 'right', right: 'mediaManagerAdministrator', isOn: true }, 'Media Manager Administrator'],
    [{ change: 'agentAccess', access: 'own' }, 'own'],
  ];

  it('name the setting in its own words, and what becomes of it', () => {
    for (const [change, words] of cases) expect(toChangeSentence(i18next.t, change)).toContain(words);
  });

  it('lead to the place of the change, and nowhere for what another person does', () => {
    expect(findDestination({ change: 'otherNumber', number: '201', isOn: true }, 'u1')).toEqual({
      page: 'people',
      userId: 'u1',
      setting: 'replayOthers',
    });
    expect(findDestination({ change: 'hold', isOn: false }, 'u1')).toBeUndefined();
  });
});
