/** Gives a number of a call a name of one's own, where it stands; for whoever may write his personal directory. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toDisplayText } from '../../format/display-text';
import { useStatus } from '../../status';
import { IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { NameForm } from './name-form';

interface Props {
  readonly number: string;
  /** What it is called now; null where it has no name. */
  readonly name: string | null;
}

/** Nothing for whoever may not, and for a number that was not shown. */
export function NameNumber({ number, name }: Props) {
  const { t } = useTranslation();
  const access = useStatus().data?.signedIn?.directoryAccess;
  const [isOpen, setIsOpen] = useState(false);
  if (access !== 'write' || number === '') return null;
  const close = () => setIsOpen(false);
  return (
    <>
      <IconButton
        icon="edit"
        label={t('profile.directory.nameThis', { number: toDisplayText(number) })}
        onPress={() => setIsOpen(true)}
      />
      {isOpen && (
        <Dialog
          isOpen
          title={t('profile.directory.nameTitle', { number: toDisplayText(number) })}
          closeLabel={t('common.close')}
          onClose={close}
        >
          <NameForm changing={{ number, name: name ?? '' }} onDone={close} />
        </Dialog>
      )}
    </>
  );
}
