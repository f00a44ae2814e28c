/** Deleting and holding one recording, in its details. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingDetails } from '../../../shared/model';
import { useStatus } from '../../status';
import { Button } from '../../ui/button';
import { findDecision, toDenial } from '../details/access-words';
import { DeleteDialog } from './delete-dialog';
import { HoldDialog } from './hold-dialog';
import styles from './keeping.module.css';

interface Props {
  readonly recording: RecordingDetails;
}

/** Nothing for one who may do neither. */
export function KeepButtons({ recording }: Props) {
  const signedIn = useStatus().data?.signedIn;
  if (!signedIn?.mayDelete && !signedIn?.mayChangeConfiguration) return null;
  return (
    <div className={styles.buttons}>
      {signedIn.mayDelete && <DeleteButton recording={recording} />}
      {signedIn.mayChangeConfiguration && <HoldButton recording={recording} />}
    </div>
  );
}

/** Closed with its reason where this recording may not go: it is held or locked, or it is only shared. */
function DeleteButton({ recording }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const decision = findDecision(recording.access, 'delete');
  const denial = decision && !decision.allowed ? toDenial(t, decision) : null;
  return (
    <div className={styles.button}>
      <Button icon="remove" isDisabled={denial !== null} onPress={() => setIsAsking(true)}>
        {t('keeping.delete.open')}
      </Button>
      {denial !== null && <p className={styles.muted}>{denial}</p>}
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
