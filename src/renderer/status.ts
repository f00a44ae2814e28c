/** Where the program stands, for every view: read at start, and again when a session begins or ends. */
import { QueryClient, useQuery } from '@tanstack/react-query';
import type { Status } from '../shared/contract';
import type { Preferences, SignedIn } from '../shared/model';
import { call } from './client';

/** Nothing here goes over a network: no retries (main has tried already), no pausing while the computer is offline. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, staleTime: 5_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});

const STATUS_KEY = ['status'] as const;

export function useStatus() {
  return useQuery({ queryKey: STATUS_KEY, queryFn: readStatus, staleTime: Infinity });
}

/** From the moment at which the session has ended or was locked until somebody is in again: views go because of that, not by choice. */
let isEnding = false;

export function isSessionEnding(): boolean {
  return isEnding;
}

async function readStatus(): Promise<Status> {
  const status = await call('system.status', {});
  isEnding = status.stage !== 'signed-in';
  return status;
}

/** Asks main anew where it stands, and what the person who is signed in may. */
export function refreshStatus(): void {
  void queryClient.invalidateQueries({ queryKey: STATUS_KEY });
}

/** A session begins: what was read for another person goes first. */
export function enterSession(signedIn: SignedIn): void {
  isEnding = false;
  forgetAnswers();
  changeStatus((status) => ({ ...status, stage: 'signed-in', signedIn }));
}

/** A session ended or was locked: what was read goes at once, then main says where it stands. */
export function leaveSession(): void {
  isEnding = true;
  forgetAnswers();
  refreshStatus();
}

export function rememberPreferences(preferences: Preferences): void {
  changeStatus((status) => ({
    ...status,
    signedIn: status.signedIn && { ...status.signedIn, preferences },
  }));
}

function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] });
}

function changeStatus(change: (status: Status) => Status): void {
  queryClient.setQueryData<Status>(STATUS_KEY, (status) => status && change(status));
}
