/** What the door refused, in the person's language, with everything it said about it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors';
import { toAppError } from '../../client';
import { toErrorText } from '../../error-text';
import { toDisplayText } from '../../format/display-text';
import { en } from '../../i18n/en';
import { Banner } from '../../ui/banner';
import styles from './admin.module.css';

interface Props {
  readonly error: unknown;
  readonly actions?: ReactNode;
}

/** Nothing where there is no error. */
export function Failure({ error, actions }: Props) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  return (
    <Banner tone="error" actions={actions}>
      <p>{toErrorText(t, error)}</p>
      <FailureDetails error={toAppError(error)} />
    </Banner>
  );
}

function FailureDetails({ error }: { readonly error: AppError }) {
  const { t } = useTranslation();
  const details = Object.entries(error.details ?? {});
  // The door names the field of a refused input in its message alone.
  const isToldInMessage = error.reason === 'invalid-input' && error.message !== '';
  if (details.length === 0 && !isToldInMessage) return null;
  const labelOf = (key: string) => (isDetailKey(key) ? t(`admin.detail.${key}`) : key);
  return (
    <ul className={styles.muted}>
      {isToldInMessage && (
        <li>
          <bdi lang="en">{toDisplayText(error.message)}</bdi>
        </li>
      )}
      {details.map(([key, value]) => (
        <li key={key}>
          {labelOf(key)}:{' '}
          <bdi>{key === 'right' ? toRightName(String(value)) : toDisplayText(String(value))}</bdi>
        </li>
      ))}
    </ul>
  );
}

function isDetailKey(key: string): key is keyof typeof en.admin.detail {
  return Object.hasOwn(en.admin.detail, key);
}

/** Rights go by the same name in every language. */
function toRightName(right: string): string {
  const names: Readonly<Record<string, string>> = en.settings.rightName;
  return Object.hasOwn(names, right) ? (names[right] ?? right) : toDisplayText(right);
}
