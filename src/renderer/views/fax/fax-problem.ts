/** What keeps a fax from being shown. */
import { FAX_PAGES_AT_MOST } from '../../../shared/fax-print';

/** Why a fax that was read cannot be shown; each reason has its words in `library.fax.problem`. */
export type FaxProblemReason = 'damaged' | 'locked' | 'tooLarge' | 'tooManyPages' | 'unsupported';

export class FaxProblem extends Error {
  readonly reason: FaxProblemReason;

  constructor(reason: FaxProblemReason, detail: string) {
    super(detail);
    this.name = 'FaxProblem';
    this.reason = reason;
  }
}

/** Beyond what a fax machine sends, and far below what would use up the memory of a computer. */
export const FAX_LIMITS = {
  pages: FAX_PAGES_AT_MOST,
  pagePixels: 60_000_000,
  fileBytes: 100_000_000,
} as const;
