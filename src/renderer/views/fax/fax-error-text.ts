/** What a person reads where a fax cannot be shown. */
import type { TFunction } from 'i18next';
import { toErrorText } from '../../error-text';
import { FAX_LIMITS, FaxProblem } from './fax-problem';

export function toFaxErrorText(t: TFunction, error: unknown): string {
  if (!(error instanceof FaxProblem)) return toErrorText(t, error);
  return t(`library.fax.problem.${error.reason}`, {
    pages: FAX_LIMITS.pages,
    megapixels: FAX_LIMITS.pagePixels / 1_000_000,
    megabytes: FAX_LIMITS.fileBytes / 1_000_000,
  });
}
