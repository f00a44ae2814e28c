/** What the program went through at start that a person should know, until it is read. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toErrorText } from '../../error-text';
import { toDisplayText } from '../../format/display-text';
import { en } from '../../i18n/en';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';

interface Props {
  readonly notices: readonly string[];
  /** Why a preference was not saved; null where all were. */
  readonly failedToSave: Error | null;
}

export function Notices({ notices, failedToSave }: Props) {
  const { t } = useTranslation();
  const [read, setRead] = useState<readonly string[]>([]);
  return (
    <>
      {failedToSave && (
        <Banner tone="warning">
          {t('shell.notSaved')} {toErrorText(t, failedToSave)}
        </Banner>
      )}
      {notices
        .filter((notice) => !read.includes(notice))
        .map((notice) => (
          <Banner
            key={notice}
            tone="warning"
            actions={<Button onPress={() => setRead([...read, notice])}>{t('common.close')}</Button>}
          >
            {isKnown(notice) ? t(`shell.notice.${notice}`) : toDisplayText(notice)}
          </Banner>
        ))}
    </>
  );
}

/** One that a newer main gives is shown by its code rather than not at all. */
function isKnown(notice: string): notice is keyof typeof en.shell.notice {
  return notice in en.shell.notice;
}
