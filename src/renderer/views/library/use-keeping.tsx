/** Choosing several recordings of the list, and saving, deleting or holding them. */
import { useState } from 'react';
import type { RecordingRow } from '../../../shared/model';
import { useStatus } from '../../status';
import { DeleteDialog } from '../keeping/delete-dialog';
import { HoldDialog } from '../keeping/hold-dialog';
import { CopiesDialog } from './copies-dialog';
import type { ShownList } from './recording-list';
import { SelectionBar } from './selection-bar';
import type { ChosenRow } from './use-chosen-row';
import { useSelection } from './use-selection';

type What = 'copy' | 'delete' | 'hold';

/** `bar` stands under the list while several are chosen; `dialog` wherever. */
export function useKeeping(shown: ShownList, row: ChosenRow<RecordingRow>) {
  const signedIn = useStatus().data?.signedIn;
  const mayDelete = signedIn?.mayDelete ?? false;
  const mayDownload = signedIn?.mayDownload ?? false;
  const selection = useSelection(
    shown,
    row,
    mayDelete || mayDownload || (signedIn?.mayChangeConfiguration ?? false),
  );
  const [asked, setAsked] = useState<{ readonly what: What; readonly ids: readonly string[] }>();
  const chosen = row.isChosen && row.chosen ? [row.chosen.id] : [];
  const ids = selection.ids.size > 0 ? [...selection.ids] : chosen;
  const ask = (what: What) => {
    if (ids.length > 0 && (what !== 'delete' || mayDelete)) setAsked({ what, ids });
  };
  const close = () => setAsked(undefined);
  return {
    selection,
    onDelete: () => ask('delete'),
    bar: signedIn && selection.ids.size > 0 && (
      <SelectionBar
        count={selection.ids.size}
        signedIn={signedIn}
        onCopy={() => ask('copy')}
        onDelete={() => ask('delete')}
        onHold={() => ask('hold')}
        onClear={selection.clear}
      />
    ),
    dialog: asked && (
      <>
        {asked.what === 'delete' && (
          <DeleteDialog
            ids={asked.ids}
            only={asked.ids.length === 1 ? row.chosen : null}
            onClose={close}
            onDeleted={selection.clear}
          />
        )}
        {asked.what === 'copy' && <CopiesDialog ids={asked.ids} onClose={close} />}
        {asked.what === 'hold' && <HoldDialog sets ids={asked.ids} onClose={close} />}
      </>
    ),
  };
}
