/**
 * Which preview a session has been given last, and of what: the save of that very change names it in the trail. The window has no say
 * in it: what is compared is what this process has counted and what it is about to do.
 */
import { createHash } from 'node:crypto';
import type { MethodName } from '../../shared/contract';
import type { PersonEffect, PreviewInTrail } from '../../shared/preview';
import { isNothing, toActionCounts } from '../../shared/preview';
import type { JsonValue } from '../ledger/canonical-json';
import { toCanonicalJson } from '../ledger/canonical-json';
import { policyEpoch } from '../ledger/epoch';
import type { Session } from '../session/session';
import type { ReadableDb } from '../sqlite/database';

interface MadePreview {
  readonly sessionId: string;
  readonly changeHash: string;
  readonly epoch: number;
  readonly told: PreviewInTrail;
}

/** A call with the input that its handler is given. */
export interface PreviewedChange {
  readonly method: MethodName;
  readonly input: unknown;
}

export class MadePreviews {
  readonly #ledger: ReadableDb;
  /** By window: whoever signs in to it next is another session. */
  readonly #byClient = new Map<string, MadePreview>();

  constructor(ledger: ReadableDb) {
    this.#ledger = ledger;
  }

  /** `epoch` is that of before the counting began. */
  note({ clientId, sessionId }: Session, change: PreviewedChange, epoch: number, told: PreviewInTrail): void {
    this.#byClient.set(clientId, { sessionId, changeHash: toHash(change), epoch, told });
  }

  /**
   * Null unless the newest preview of the session was of this very change and no right has changed since it began. To be asked in the
   * transaction of the change, before anything of it is done.
   */
  find({ clientId, sessionId }: Session, change: PreviewedChange): PreviewInTrail | null {
    const made = this.#byClient.get(clientId);
    const isOfThis = made?.sessionId === sessionId && made.changeHash === toHash(change);
    return isOfThis && made.epoch === policyEpoch(this.#ledger) ? made.told : null;
  }
}

/** `entry` is the number of the preview's own entry in the trail. */
export function toPreviewInTrail(entry: number, people: readonly PersonEffect[]): PreviewInTrail {
  const gains = people.flatMap(({ gained }) => gained ?? []);
  const losses = people.flatMap(({ lost }) => lost ?? []);
  return {
    entry,
    gaining: gains.filter((counts) => !isNothing(counts)).length,
    losing: losses.filter((counts) => !isNothing(counts)).length,
    uncounted: people.length - gains.length,
    gained: toActionCounts((action) => toSum(gains.map((counts) => counts[action]))),
    lost: toActionCounts((action) => toSum(losses.map((counts) => counts[action]))),
  };
}

function toSum(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Inputs come out of JSON and a schema: what is the same change is the same text. */
function toHash({ method, input }: PreviewedChange): string {
  return createHash('sha256')
    .update(toCanonicalJson([method, input as JsonValue]), 'utf8')
    .digest('hex');
}
