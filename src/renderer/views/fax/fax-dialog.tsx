/** Looking at a fax: its pages one by one, as large and turned as one likes. */
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../../shared/model';
import { on } from '../../client';
import { Banner } from '../../ui/banner';
import { Dialog } from '../../ui/dialog';
import { Spinner } from '../../ui/progress';
import type { FaxDocument } from './fax-document';
import { toFaxErrorText } from './fax-error-text';
import { findFaxCommand } from './fax-keys';
import { FaxPrintBar } from './fax-print-bar';
import { FaxSheet } from './fax-sheet';
import { FaxToolbar } from './fax-toolbar';
import styles from './fax.module.css';
import { useFax, useFaxPage } from './use-fax';
import { useFaxPrint } from './use-fax-print';
import { useRoomWidth } from './use-room-width';
import type { Turns, Zoom } from './zoom';
import { toNextZoom, toShare, toTurned, turnRight } from './zoom';

interface Props {
  /** The fax to look at; null for none. */
  readonly row: RecordingRow | null;
  readonly onClose: () => void;
}

export const FaxDialog = memo(function FaxDialog({ row, onClose }: Props) {
  const { t } = useTranslation();
  // The dialog lies above all else of the window: it must not outlive whoever may look.
  useEffect(() => on('session.ended', onClose), [onClose]);
  return (
    <Dialog
      title={t('library.fax.title')}
      isOpen={row !== null}
      closeLabel={t('library.fax.close')}
      isWhole
      onClose={onClose}
    >
      {row !== null && <Fax key={row.id} id={row.id} />}
    </Dialog>
  );
});

function Fax({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { value: fax, error } = useFax(id);
  if (error !== null) return <Banner tone="error">{toFaxErrorText(t, error)}</Banner>;
  return fax === null ? <Spinner label={t('common.loading')} /> : <Pages id={id} fax={fax} />;
}

function Pages({ id, fax }: { readonly id: string; readonly fax: FaxDocument }) {
  const { t } = useTranslation();
  const [index, setIndex] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [turns, setTurns] = useState<Turns>(0);
  const [share, setShare] = useState(1);
  const roomRef = useRef<HTMLDivElement>(null);
  const print = useFaxPrint(id, fax.pageCount);
  const goTo = (next: number) => {
    if (next < 0 || next >= fax.pageCount || next === index) return;
    setIndex(next);
    roomRef.current?.scrollTo({ top: 0 });
  };
  const commands = {
    first: () => goTo(0),
    previous: () => goTo(index - 1),
    next: () => goTo(index + 1),
    last: () => goTo(fax.pageCount - 1),
    zoomIn: () => setZoom(toNextZoom(share, 1)),
    zoomOut: () => setZoom(toNextZoom(share, -1)),
    fitWidth: () => setZoom('width'),
    turnRight: () => setTurns(turnRight),
    print: print.start,
  };
  useFaxKeys(commands);
  return (
    <div className={styles.fax}>
      <FaxToolbar commands={commands} index={index} pageCount={fax.pageCount} zoom={zoom} share={share} />
      <FaxPrintBar
        print={print}
        page={index + 1}
        pageCount={fax.pageCount}
        onPressed={() => roomRef.current?.focus()}
      />
      {/* It scrolls, so it is reached by the keyboard too. */}
      <div
        ref={roomRef}
        className={styles.room}
        role="region"
        aria-label={t('library.fax.pages')}
        tabIndex={0}
      >
        <Page key={index} fax={fax} index={index} zoom={zoom} turns={turns} onShare={setShare} />
      </div>
    </div>
  );
}

interface PageProps {
  readonly fax: FaxDocument;
  readonly index: number;
  readonly zoom: Zoom;
  readonly turns: Turns;
  readonly onShare: (share: number) => void;
}

function Page({ fax, index, zoom, turns, onShare }: PageProps) {
  const { t } = useTranslation();
  const boxRef = useRef<HTMLDivElement>(null);
  const roomWidthPx = useRoomWidth(boxRef);
  const { value: page, error } = useFaxPage(fax, index);
  const share = page && roomWidthPx > 0 ? toShare(zoom, toTurned(page, turns), roomWidthPx) : null;
  useEffect(() => {
    if (share !== null) onShare(share);
  }, [share, onShare]);
  return (
    <div ref={boxRef} className={styles.page}>
      {error !== null && <Banner tone="error">{toFaxErrorText(t, error)}</Banner>}
      {page !== null && share !== null && (
        <FaxSheet
          page={page}
          label={t('library.fax.page', { page: index + 1, count: fax.pageCount })}
          share={share}
          turns={turns}
        />
      )}
    </div>
  );
}

type Commands = Parameters<typeof FaxToolbar>[0]['commands'];

/** Before all others: the menu's own zoom would take Ctrl + and − otherwise. What is chosen in the menu itself comes as an event. */
function useFaxKeys(commands: Commands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = findFaxCommand(event);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[command]();
    };
    window.addEventListener('keydown', press, { capture: true });
    const off = on('menu.chosen', ({ command }) => {
      if (command === 'print') latest.current.print();
    });
    return () => {
      off();
      window.removeEventListener('keydown', press, { capture: true });
    };
  }, []);
}
