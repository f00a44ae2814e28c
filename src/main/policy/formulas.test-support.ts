/**
 * The policy as formulas over abstract states, apart from rules.ts and from the table of words. Names of one letter are theirs: B for what
 * every action needs, G for the gates of a call, P for the paths of a person's own settings, N for hearing by a right or by settings, S for
 * what is shared.
 */
import type { Action } from '../../shared/model';
import type { CallState, OtherState, PersonState } from './abstract-states.test-support';

export function formulaForCall(p: PersonState, action: Action, c: CallState): boolean {
  const isAgent = p.profile === 'agent';
  const B = toB(p, c);
  const master = toMaster(p);
  const isPlain = c.direction === 'inbound' || c.direction === 'internal';
  const G =
    master && (isPlain || p.outbound) && (!isAgent || p.access === 'all' || (p.access === 'own' && c.party));
  const P =
    p.all ||
    (p.own && (c.party || c.group || c.member || c.number)) ||
    c.line ||
    (isAgent && p.access !== 'none');
  const N = p.administrator || (p.standard && p.standardHearsAll) || (G && P);
  const S = c.shared;
  switch (action) {
    case 'list':
    case 'play':
      return B && (N || (G && S));
    case 'readTranscript':
      return B && (N || (G && S)) && p.analysis;
    case 'download':
      return B && N && master && p.download;
    case 'delete':
      return B && N && master && p.remove && !c.held && !c.locked;
    case 'seeScreen':
      return B && N && master && p.screen && p.organisationScreen && c.hasScreen;
  }
}

export function formulaForOther(p: PersonState, action: Action, o: OtherState): boolean {
  const B = toB(p, o);
  const heard = B && (o.owner || p.administrator || o.sharedThis);
  if (o.kind === 'history') return action === 'list' && heard;
  switch (action) {
    case 'list':
    case 'play':
      return heard;
    case 'readTranscript':
      return heard && p.analysis;
    case 'delete':
      return B && o.owner && toMaster(p) && p.remove && !o.held;
    case 'download':
    case 'seeScreen':
      return false;
  }
}

function toB(
  p: PersonState,
  facts: { readonly sameOrganisation: boolean; readonly deleted: boolean },
): boolean {
  const maySignIn = p.portal || p.administrator || p.standard;
  return p.active && maySignIn && facts.sameOrganisation && !facts.deleted;
}

/** An agent of whom the organisation wants nothing heard has the switch closed; with it, all settings that depend on it. */
function toMaster(p: PersonState): boolean {
  return p.replay && !(p.profile === 'agent' && p.access === 'none');
}
