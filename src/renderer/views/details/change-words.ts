/** What would change a decision, put into sentences, and where each change is made. */
import type { TFunction } from 'i18next';
import type { Change } from '../../../shared/explanation';
import { toDisplayText, toIsolatedText } from '../../format/display-text';
import type { Destination } from '../../go-to';

export function toChangeSentence(t: TFunction, one: Change): string {
  switch (one.change) {
    case 'active':
      return t(`explain.change.active${toOnOff(one.isOn)}`);
    case 'setting':
      return t(`explain.change.setting${toOnOff(one.isOn)}`, { setting: t(`settings.name.${one.setting}`) });
    case 'otherNumber':
      return t(`explain.change.otherNumber${toOnOff(one.isOn)}`, { number: toDisplayText(one.number) });
    case 'group':
      return toGroupSentence(t, one);
    case 'line':
      return t(`explain.change.line${toOnOff(one.isOn)}`, { number: toDisplayText(one.number) });
    case 'profileNormal':
      return t('explain.change.profileNormal');
    case 'organisation':
      return t(`explain.change.organisation${toOnOff(one.isOn)}`, {
        setting: t(`settings.organisationName.${one.setting}`),
      });
    case 'agentAccess':
      return t('explain.change.agentAccess', { access: t(`settings.agentAccessOption.${one.access}`) });
    case 'standardHears':
      return t('explain.change.standardHears', { hears: t(`settings.standardHears.${one.hears}`) });
    case 'right':
      return t(`explain.change.right${toOnOff(one.isOn)}`, { right: t(`settings.rightName.${one.right}`) });
    case 'share':
      return t(`explain.change.share${toOnOff(one.isOn)}`, {
        owner: toIsolatedText(one.ownerName),
        kind: t(`explain.sharedKind.${one.kind}`),
      });
    case 'hold':
      return t(`explain.change.hold${toOnOff(one.isOn)}`);
  }
}

function toGroupSentence(t: TFunction, one: Extract<Change, { change: 'group' }>): string {
  const number = toDisplayText(one.number);
  if (!one.isOn) return t('explain.change.groupOff', { number });
  if (one.wasChosen && !one.withMembers) return t('explain.change.groupMembersOff', { number });
  return t(one.withMembers ? 'explain.change.groupMembersOn' : 'explain.change.groupOn', { number });
}

function toOnOff(isOn: boolean): 'On' | 'Off' {
  return isOn ? 'On' : 'Off';
}

/** Undefined for what is changed where one looks at the recording, or by somebody else. */
export function findDestination(one: Change, userId: string): Destination | undefined {
  const at = (setting: string): Destination => ({ page: 'people', userId, setting });
  switch (one.change) {
    case 'active':
    case 'profileNormal':
      return at('identity');
    case 'setting':
      return at(one.setting);
    case 'otherNumber':
      return at('replayOthers');
    case 'group':
      return at('replayGroups');
    case 'line':
      return at('replayLines');
    case 'right':
      return at('rights');
    case 'organisation':
    case 'agentAccess':
    case 'standardHears':
      return { page: 'organisation' };
    case 'share':
    case 'hold':
      return undefined;
  }
}
