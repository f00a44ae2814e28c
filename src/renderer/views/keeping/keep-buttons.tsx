/** Deleting and holding one recording, in its details. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingDetails } from '../../../shared/model';
import { useStatus } from '../../status';
import { Button } from '../../ui/button';
import { OffLine, useOff } from '../details/off-reason';
import { DeleteDialog } from './delete-dialog';
import { HoldDialog } from './hold-dialog';
import styles from './keeping.module.css';

interface Props {
  readonly recording: RecordingDetails;
}

/** No button for one who may delete nothing at all: only why. */
export function KeepButtons({ recording }: Props) {
  const signedIn = useStatus().data?.signedIn;
  if (!signedIn) return null;
  const { mayDelete, mayChangeConfiguration } = signedIn;
  return (
    <>
      {(mayDelete || mayChangeConfiguration) && (
        <div className={styles.buttons}>
          {mayDelete && <DeleteButton recording={recording} />}
          {mayChangeConfiguration && <HoldButton recording={recording} />}
        </div>
      )}
      {!mayDelete && <OffLine access={recording.access} action="delete" />}
    </>
  );
}

/** Closed with its reason where this recording may not go: it is held or locked, or it is only shared. */
function DeleteButton({ recording }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const off = useOff(recording.access, 'delete');
  return (
    <div className={styles.button}>
      <Button icon="remove" isDisabled={off.isOff} {...off.described} onPress={() => setIsAsking(true)}>
        {t('keeping.delete.open')}
      </Button>
      {off.reason}
      {isAsking && (
        <DeleteDialog
          ids={[recording.id]}
          only={recording}
          onClose={() => setIsAsking(false)}
          onDeleted={() => undefined}
        />
      )}
    </div>
  );
}

function HoldButton({ recording: { id, isHeld } }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className={styles.button}>
      <Button icon="lock" onPress={() => setIsAsking(true)}>
        {t(isHeld ? 'keeping.hold.release' : 'keeping.hold.set')}
      </Button>
      {isAsking && <HoldDialog ids={[id]} sets={!isHeld} onClose={() => setIsAsking(false)} />}
    </div>
  );
}
