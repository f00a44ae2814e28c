/** From a finding to the sound that it is about. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/source-model';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { useIsHeard, usePlay } from '../../../player/use-player';
import { Button } from '../../../ui/button';
import { Failure } from '../failure';

/** Nothing where no sound is listed from the file. */
export function HearRecording({ finding: { recordingId, path } }: { readonly finding: Finding }) {
  return recordingId === null ? null : <Hear id={recordingId} path={path} />;
}

function Hear({ id, path }: { readonly id: string; readonly path: string }) {
  const { t } = useTranslation();
  const play = usePlay();
  const isHeard = useIsHeard(id);
  const find = useMutation({ mutationFn: () => call('recordings.get', { id }), onSuccess: play });
  return (
    <>
      <Button
        variant="link"
        icon={isHeard ? 'pause' : 'play'}
        aria-label={t(isHeard ? 'sources.finding.pauseFile' : 'sources.finding.hearFile', {
          file: toDisplayText(path),
        })}
        isDisabled={find.isPending}
        onPress={() => find.mutate()}
      >
        {t(isHeard ? 'player.pause' : 'sources.finding.hear')}
      </Button>
      <Failure error={find.error} />
    </>
  );
}
