/** Printing the fax that is looked at: what to ask, how far it is, and what became of it. */
import { useEffect, useRef, useState } from 'react';
import { PRINTED_PAGES_AT_MOST } from '../../../shared/fax-print';
import { call, on } from '../../client';

/** From 1, both inclusive. */
export interface PageRange {
  readonly firstPage: number;
  readonly lastPage: number;
}

export type PrintState =
  | { readonly is: 'idle' | 'sent' }
  /** Too many pages for one print: which? */
  | { readonly is: 'asking' }
  /** `isShown`: it takes long enough to be told. */
  | { readonly is: 'running'; readonly done: number; readonly total: number; readonly isShown: boolean }
  | { readonly is: 'failed'; readonly error: unknown };

export interface FaxPrint {
  readonly state: PrintState;
  /** All pages, or asks which. */
  readonly start: () => void;
  readonly printPages: (range: PageRange) => void;
  /** Ends whatever of it is under way or shown. */
  readonly stop: () => void;
}

const IDLE = { is: 'idle' } as const;
const SHOWN_AFTER_MS = 1000;

export function useFaxPrint(id: string, pageCount: number): FaxPrint {
  const [state, setState] = useState<PrintState>(IDLE);
  const isRunning = useRef(false);
  useEffect(() => {
    void call('system.offerPrint', { isOffered: true });
    return () => void call('system.offerPrint', { isOffered: false });
  }, []);
  useEffect(
    () =>
      on('print.progressed', ({ done, total }) =>
        setState((now) => (now.is === 'running' ? { ...now, done, total } : now)),
      ),
    [],
  );
  // Who closes the fax does not want it printed any more.
  useEffect(
    () => () => {
      if (isRunning.current) void call('recordings.stopPrint', {});
    },
    [],
  );
  const printPages = async (range: PageRange) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setState({ is: 'running', done: 0, total: range.lastPage - range.firstPage + 1, isShown: false });
    const timer = setTimeout(
      () => setState((now) => (now.is === 'running' ? { ...now, isShown: true } : now)),
      SHOWN_AFTER_MS,
    );
    try {
      const { isSent } = await call('recordings.printFax', { id, ...range });
      setState(isSent ? { is: 'sent' } : IDLE);
    } catch (error) {
      setState({ is: 'failed', error });
    } finally {
      clearTimeout(timer);
      isRunning.current = false;
    }
  };
  return {
    state,
    start: () => {
      if (isRunning.current) return;
      if (pageCount > PRINTED_PAGES_AT_MOST) setState({ is: 'asking' });
      else void printPages({ firstPage: 1, lastPage: pageCount });
    },
    printPages: (range) => void printPages(range),
    stop: () => {
      if (isRunning.current) void call('recordings.stopPrint', {});
      else setState(IDLE);
    },
  };
}
