/** How a list of this kind looks and what stands beside it, as the person left it. */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences, SignedIn } from '../../../shared/model';
import { toSearchWords } from '../../format/hits';
import type { Place } from '../../format/moment';
import { toLocale } from '../../i18n/i18n';
import { isBoolean, isNumber, useStored } from '../../stored';
import type { ListFilter } from './list-filter';
import type { ListRequest } from './recording-list';
import type { GridHandle } from './row-grid';

const ROW_HEIGHTS_PX: Readonly<Record<Preferences['density'], number>> = { compact: 32, comfortable: 40 };
export const DETAILS_PX = { min: 280, first: 360, max: 720 };
/** In a narrower window the list has the room until the details are asked for. */
const DETAILS_FIT_PX = 1100;

function isOrder(value: unknown): value is ListRequest['order'] {
  return value === 'newest' || value === 'oldest';
}

/** Which end of the list is its first, and what turns it round. `key`: where this window keeps it. */
export function useOrder(key: string) {
  const [order, setOrder] = useStored<ListRequest['order']>(key, 'newest', isOrder);
  const onOrder = useCallback(() => setOrder(order === 'newest' ? 'oldest' : 'newest'), [order, setOrder]);
  return { order, onOrder };
}

export function useWords(text = '') {
  return useMemo(() => toSearchWords(text), [text]);
}

export function useLook(signedIn: SignedIn, timeZone: string) {
  const { i18n } = useTranslation();
  const locale = toLocale(i18n.language);
  // Rows are drawn anew only where what they are given is another object.
  const place = useMemo<Place>(() => ({ locale, timeZone }), [locale, timeZone]);
  return { place, rowHeightPx: ROW_HEIGHTS_PX[signedIn.preferences.density] };
}

/** Open where there is room, unless it was closed; as wide as it was left. */
export function useDetails() {
  const [isOpen, setIsOpen] = useStored('details.isOpen', window.innerWidth >= DETAILS_FIT_PX, isBoolean);
  const [widthPx, setWidthPx] = useStored('details.widthPx', DETAILS_PX.first, isNumber);
  // The button that closes goes with what it closes: the focus then goes to the one that opens, and back.
  const [takesFocus, setTakesFocus] = useState(false);
  const turn = useCallback(
    (willBeOpen: boolean, byButton: boolean) => {
      setTakesFocus(byButton);
      setIsOpen(willBeOpen);
    },
    [setIsOpen],
  );
  const show = useCallback((willBeOpen: boolean) => turn(willBeOpen, false), [turn]);
  const onClose = useCallback(() => turn(false, true), [turn]);
  const onOpen = useCallback(() => turn(true, true), [turn]);
  return { isOpen, widthPx, setWidthPx, show, pane: { takesFocus, onClose }, opener: { takesFocus, onOpen } };
}

/** The grid comes and goes with its rows; what stands outside holds on to the list through this. */
export interface ListHandle extends GridHandle {
  /** The filter is about to be this one: what it finds is asked for before anything is drawn. */
  expect(filter: ListFilter): void;
}

export function toListHandle(
  gridRef: { readonly current: GridHandle | null },
  expect: ListHandle['expect'],
): ListHandle {
  return {
    focus: () => gridRef.current?.focus(),
    scrollToTop: () => gridRef.current?.scrollToTop(),
    expect,
  };
}
