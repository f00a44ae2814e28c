/** The fax of a recording, for as long as it is looked at and may be. */
import { useEffect, useState } from 'react';
import { AppError } from '../../../shared/errors';
import { on } from '../../client';
import type { FaxDocument, FaxPage } from './fax-document';
import { fetchFax } from './fetch-fax';

/** `value` is null until it is there, or where `error` says why it will not come. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly error: unknown;
}

const LOADING = { value: null, error: null };

export function useFax(id: string): Loaded<FaxDocument> {
  const [fax, setFax] = useState<Loaded<FaxDocument>>(LOADING);
  useEffect(() => {
    const stopping = new AbortController();
    const set = (next: Loaded<FaxDocument>) => {
      if (!stopping.signal.aborted) setFax(next);
    };
    fetchFax(id, stopping.signal).then(
      (value) => set({ value, error: null }),
      (error: unknown) => set({ value: null, error }),
    );
    const off = on('play.ended', (ended) => {
      if (ended.id !== id) return;
      set({ value: null, error: new AppError('forbidden', ended.reason, 'The right was withdrawn.') });
      stopping.abort();
    });
    return () => {
      off();
      stopping.abort();
    };
  }, [id]);
  return fax;
}

/** One page of it. Mount anew for another page, so that nobody takes the one before for this one. */
export function useFaxPage(fax: FaxDocument, index: number): Loaded<FaxPage> {
  const [page, setPage] = useState<Loaded<FaxPage>>(LOADING);
  useEffect(() => {
    let isCurrent = true;
    fax.getPage(index).then(
      (value) => isCurrent && setPage({ value, error: null }),
      (error: unknown) => isCurrent && setPage({ value: null, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [fax, index]);
  return page;
}

/** The upright picture of a page; while a finer one is drawn, the coarser one stays. */
export function useFaxPicture(page: FaxPage, dpi: number): Loaded<HTMLCanvasElement> {
  const [picture, setPicture] = useState<Loaded<HTMLCanvasElement>>(LOADING);
  useEffect(() => {
    let isCurrent = true;
    page.draw(dpi).then(
      (value) => isCurrent && setPicture({ value, error: null }),
      (error: unknown) => isCurrent && setPicture({ value: null, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [page, dpi]);
  return picture;
}
