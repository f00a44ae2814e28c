/** What main and the hidden print page say to each other about one print of a fax; the page that asked for it hears none of this. */
import type { Language, PartyLabel } from './model';

/** Pages of one print: each is held as a picture until the printer has taken the last. */
export const PRINTED_PAGES_AT_MOST = 100;
/** A fax has no more pages than this: what is longer is not opened either. */
export const FAX_PAGES_AT_MOST = 500;

export interface FaxPrintJob {
  /** A ticket of its own, as for a play. */
  readonly url: string;
  readonly mediaType: string;
  /** From 1, both inclusive. */
  readonly firstPage: number;
  readonly lastPage: number;
  readonly from: PartyLabel;
  readonly to: PartyLabel;
  readonly startedAtMs: number;
  /** IANA zone of the source. */
  readonly sourceTimeZone: string;
  readonly printedBy: string;
  readonly printedAtMs: number;
  /** Of whoever prints; null for that of the computer. */
  readonly language: Language | null;
}

/** What the print page calls, with its input. The first is answered with the job, all others with null. */
export interface PrintPageCalls {
  readonly job: null;
  readonly prepared: { readonly pages: number };
  /** Every page is laid out. */
  readonly ready: null;
  /** From 1; the first where the fax could not be opened at all. */
  readonly failed: { readonly page: number; readonly why: string };
}

/** How one print goes on in main. */
export interface PrintSteps {
  /** Whoever asked has lost the right, has left, or has stopped it. */
  readonly signal: AbortSignal;
  onPrepared(pages: number): void;
  /** Everything is ready and nothing has been printed: throws where it may not be, and puts it into the trail. */
  beforeDialog(): void;
}
