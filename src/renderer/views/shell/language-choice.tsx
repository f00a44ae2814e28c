/** The choice of language on a first screen. Its list is read when the screen is painted: nobody opens it sooner. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findLanguage, LANGUAGE_NAMES } from '../../i18n/i18n';
import { SelectLook } from '../../ui/select-look';

const LanguageSelect = lazy(async () => ({ default: (await importSelect()).LanguageSelect }));

function importSelect() {
  return import('./language-select');
}

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    // Where it cannot be read, the screen stays in the language that it is in.
    importSelect().then(
      () => setIsRead(true),
      () => undefined,
    );
  }, []);
  const look = (
    <SelectLook label={t('setup.language')} text={LANGUAGE_NAMES[findLanguage(i18n.language, [])]} />
  );
  if (!isRead) return look;
  return (
    <Suspense fallback={look}>
      <LanguageSelect />
    </Suspense>
  );
}
