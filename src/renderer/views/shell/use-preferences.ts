/** The person's preferences: shown at once, saved through the door. */
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Input } from '../../../shared/contract';
import type { Preferences } from '../../../shared/model';
import { call } from '../../client';
import { rememberPreferences } from '../../status';
import { showDensity, showTheme } from '../../theme/theme';

export type PreferencesInput = Input<'preferences.save'>;

/** `failed`: the last change was not saved; it is shown all the same. */
export function usePreferences(preferences: Preferences) {
  const { theme, density } = preferences;
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => showDensity(density), [density]);
  // Whoever comes next gets the computer's look again.
  useEffect(
    () => () => {
      showTheme('system');
      showDensity('compact');
    },
    [],
  );
  const save = useMutation({
    mutationFn: (change: PreferencesInput) => call('preferences.save', change),
    onMutate: ({ theme: newTheme, density: newDensity }) =>
      rememberPreferences({ ...preferences, theme: newTheme ?? theme, density: newDensity ?? density }),
    onSuccess: rememberPreferences,
  });
  return { change: save.mutate, failed: save.error };
}
