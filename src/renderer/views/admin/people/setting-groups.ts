/** The settings of a person in the order and groups of the page, and how each is entered. */
import type { UserSettingName, UserSettings } from '../../../../shared/user-settings';

/** The settings of one kind of value. */
type NamesOf<Value> = {
  [Name in UserSettingName]: UserSettings[Name] extends Value ? Name : never;
}[UserSettingName];

export type SwitchName = NamesOf<boolean>;
export type LevelName = Exclude<NamesOf<'none' | 'read' | 'write'>, undefined>;

export const SETTING_GROUPS = [
  { id: 'entry', settings: ['portal', 'wizard'] },
  {
    id: 'scope',
    settings: ['replay', 'replayAll', 'replayOwn', 'replayGroups', 'replayOthers', 'replayLines'],
  },
  { id: 'limits', settings: ['viewOutbound', 'viewScreen', 'download', 'delete'] },
  { id: 'portal', settings: ['profileAccess', 'directoryAccess', 'callReporting'] },
  { id: 'sharing', settings: ['multiUserAware', 'archiveAddress'] },
  {
    id: 'telephone',
    settings: [
      'callHandlingAccess',
      'buttonProgrammingAccess',
      'downloadApplicationsAccess',
      'callOperations',
    ],
  },
] as const satisfies readonly { readonly id: string; readonly settings: readonly UserSettingName[] }[];

export type SettingGroupId = (typeof SETTING_GROUPS)[number]['id'];
