/** What belongs to the person: how the window looks, the password, lock and sign-out. */
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { LANGUAGES, THEMES } from '../../../shared/model';
import { toDisplayText } from '../../format/display-text';
import { findLanguage, LANGUAGE_NAMES } from '../../i18n/i18n';
import { Icon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu';
import type { PreferencesInput } from './use-preferences';
import styles from './shell.module.css';

export type PersonCommand = 'change-password' | 'keys' | 'lock' | 'sign-out';

interface Props {
  readonly signedIn: SignedIn;
  readonly onPreferences: (change: PreferencesInput) => void;
  readonly onCommand: (command: PersonCommand) => void;
}

const DENSITIES = ['compact', 'comfortable'] as const;

export function UserMenu({ signedIn, onPreferences, onCommand }: Props) {
  const { t } = useTranslation();
  const groups = useMenuGroups(signedIn);
  const name = toDisplayText(signedIn.name);
  /** Ids of items are `what:choice`. */
  function choose(id: string) {
    const [what, choice] = id.split(':');
    const theme = THEMES.find((one) => one === choice);
    const density = DENSITIES.find((one) => one === choice);
    const language = LANGUAGES.find((one) => one === choice);
    const command = PERSON_COMMANDS.find((one) => one === choice);
    if (what === 'theme' && theme) onPreferences({ theme });
    else if (what === 'density' && density) onPreferences({ density });
    else if (what === 'language' && language) onPreferences({ language });
    else if (what === 'command' && command) onCommand(command);
  }
  const label = (
    <span className={styles.user}>
      <Icon name="person" />
      <span className={styles.userName}>{name}</span>
    </span>
  );
  return (
    <MenuButton label={label} ariaLabel={t('shell.userMenu', { name })} groups={groups} onChoose={choose} />
  );
}

const PERSON_COMMANDS: readonly PersonCommand[] = ['change-password', 'keys', 'lock', 'sign-out'];

function useMenuGroups(signedIn: SignedIn) {
  const { t, i18n } = useTranslation();
  const { theme, density } = signedIn.preferences;
  const present = findLanguage(i18n.language, []);
  return [
    {
      id: 'theme',
      title: t('shell.theme'),
      items: THEMES.map((one) => ({
        id: `theme:${one}`,
        label: t(`shell.themes.${one}`),
        isChosen: one === theme,
      })),
    },
    {
      id: 'density',
      title: t('shell.density'),
      items: DENSITIES.map((one) => ({
        id: `density:${one}`,
        label: t(`shell.densities.${one}`),
        isChosen: one === density,
      })),
    },
    {
      id: 'language',
      title: t('shell.language'),
      items: LANGUAGES.map((one) => ({
        id: `language:${one}`,
        label: LANGUAGE_NAMES[one],
        isChosen: one === present,
      })),
    },
    {
      id: 'you',
      title: t('shell.you'),
      items: [
        { id: 'command:change-password', label: t('shell.changePassword') },
        { id: 'command:keys', label: t('shell.showKeys') },
        { id: 'command:lock', label: t('shell.lock') },
        { id: 'command:sign-out', label: t('shell.signOut') },
      ],
    },
  ];
}
