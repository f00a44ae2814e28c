/** Choosing several recordings of the list, and deleting or holding them. */
import { useState } from 'react';
import type { RecordingRow } from '../../../shared/model';
import { useStatus } from '../../status';
import { DeleteDialog } from '../keeping/delete-dialog';
import { HoldDialog } from '../keeping/hold-dialog';
import type { ShownList } from './recording-list';
import { SelectionBar } from './selection-bar';
import type { ChosenRow } from './use-chosen-row';
import { useSelection } from './use-selection';

/** `bar` stands under the list while several are chosen; `dialog` wherever. */
export function useKeeping(shown: ShownList, row: ChosenRow<RecordingRow>) {
  const signedIn = useStatus().data?.signedIn;
  const mayDelete = signedIn?.mayDelete ?? false;
  const selection = useSelection(shown, row, mayDelete || (signedIn?.mayChangeConfiguration ?? false));
  const [asked, setAsked] = useState<{ readonly what: 'delete' | 'hold'; readonly ids: readonly string[] }>();
  const chosen = row.isChosen && row.chosen ? [row.chosen.id] : [];
  const ids = selection.ids.size > 0 ? [...selection.ids] : chosen;
  const ask = (what: 'delete' | 'hold') => {
    if (ids.length > 0 && (what === 'hold' || mayDelete)) setAsked({ what, ids });
  };
  const close = () => setAsked(undefined);
  return {
    selection,
    onDelete: () => ask('delete'),
    bar: signedIn && selection.ids.size > 0 && (
      <SelectionBar
        count={selection.ids.size}
        signedIn={signedIn}
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
        {asked.what === 'hold' && <HoldDialog sets ids={asked.ids} onClose={close} />}
      </>
    ),
  };
}
