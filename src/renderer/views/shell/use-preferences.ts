/** The person's preferences: shown at once, saved through the door. */
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Input } from '../../../shared/contract';
import type { Preferences } from '../../../shared/model';
import { call } from '../../client';
import { chooseLanguage, showLanguage } from '../../i18n/i18n';
import { rememberPreferences } from '../../status';
import { showDensity, showTheme } from '../../theme/theme';

export type PreferencesInput = Input<'preferences.save'>;

/** Shows them for as long as the console is there. `failed`: the last change was not saved; it is shown all the same. */
export function usePreferences(preferences: Preferences) {
  useShownPreferences(preferences);
  return useSavePreferences(preferences);
}

/** Shows them while mounted; whoever comes next gets the computer's look and language again. */
export function useShownPreferences({ theme, density, language }: Preferences): void {
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => showDensity(density), [density]);
  useEffect(() => showLanguage(language), [language]);
  useEffect(
    () => () => {
      showTheme('system');
      showDensity('compact');
      showLanguage(null);
    },
    [],
  );
}

export function useSavePreferences(preferences: Preferences) {
  const save = useMutation({
    mutationFn: (change: PreferencesInput) => call('preferences.save', change),
    onMutate: ({ theme, density, language }) => {
      // The computer's sign-in page follows the last choice that was made at it.
      if (language !== undefined) chooseLanguage(language);
      rememberPreferences({
        ...preferences,
        theme: theme ?? preferences.theme,
        density: density ?? preferences.density,
        language: language ?? preferences.language,
      });
    },
    onSuccess: rememberPreferences,
  });
  return { change: save.mutate, failed: save.error };
}
