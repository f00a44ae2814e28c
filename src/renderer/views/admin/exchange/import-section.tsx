/** Looks at files first, shows all that they would change and all that is wrong, and does it only then. */
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExchangeCheck } from '../../../../shared/exchange';
import { PREVIEWED_CHANGES } from '../../../../shared/exchange';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Spinner } from '../../../ui/progress';
import { ADMIN_KEY } from '../admin-queries';
import { ConfirmDialog } from '../confirm-dialog';
import { Failure } from '../failure';
import { ChangeList } from './change-list';
import { ImportEffect } from './import-effect';
import { ProblemTable } from './problem-table';
import styles from '../admin.module.css';

export function ImportSection() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [checked, setChecked] = useState<ExchangeCheck | null>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (checked) headingRef.current?.focus();
  }, [checked]);
  const apply = useMutation({
    mutationFn: (token: string) => call('exchange.apply', { token }),
    onSuccess: () => {
      setChecked(null);
      void queryClient.invalidateQueries({ queryKey: ADMIN_KEY });
    },
  });
  const lookRef = useRef(0);
  const check = useMutation({
    mutationFn: async (look: number) => ({ look, ...(await call('exchange.check', {})) }),
    onSuccess: ({ look, check: found }) => {
      // Whoever closes the dialog goes on with what is there.
      if (!found || look !== lookRef.current) return;
      apply.reset();
      setChecked(found);
    },
  });
  const press = () => {
    lookRef.current += 1;
    if (!check.isPending) return check.mutate(lookRef.current);
    check.reset();
    // What was found before can no longer be made: the files that were chosen last take its place.
    setChecked(null);
  };
  return (
    <section className={styles.section} aria-labelledby="import-title">
      <h2 id="import-title">{t('exchange.import.title')}</h2>
      <p className={styles.muted}>{t('exchange.import.about')}</p>
      <div>
        {/* One button, so that the focus of whoever presses it stays where it is. */}
        <Button isDisabled={apply.isPending} onPress={press}>
          {check.isPending ? t('common.cancel') : t('exchange.import.choose')}
        </Button>
      </div>
      {check.isPending && <Spinner label={t('exchange.import.looking')} />}
      <Failure error={check.error} />
      {checked && (
        <>
          <h3 ref={headingRef} tabIndex={-1} className={styles.title}>
            {t('exchange.import.found')}
          </h3>
          <Found checked={checked} />
          <ApplyLine checked={checked} apply={apply} />
        </>
      )}
      {apply.isSuccess && (
        <Banner tone="success">{t('exchange.import.done', { count: apply.data.changes })}</Banner>
      )}
    </section>
  );
}

function Found({ checked }: { readonly checked: ExchangeCheck }) {
  const { t } = useTranslation();
  const { files, problems, problemsTotal, changes, changesTotal } = checked;
  return (
    <>
      <ul className={styles.muted}>
        {files.map(({ name, entries }, at) => (
          <li key={at}>
            <bdi>{toDisplayText(name)}</bdi>: {t('exchange.import.entries', { count: entries })}
          </li>
        ))}
      </ul>
      {problemsTotal > 0 && (
        <Banner tone="error">{t('exchange.import.problems', { count: problemsTotal })}</Banner>
      )}
      {problems.length > 0 && <ProblemTable problems={problems} total={problemsTotal} />}
      <p>{t('exchange.import.changes', { count: changesTotal })}</p>
      {changes.length > 0 && <ChangeList changes={changes} total={changesTotal} />}
    </>
  );
}

interface ApplyProps {
  readonly checked: ExchangeCheck;
  readonly apply: {
    readonly mutate: (token: string) => void;
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly reset: () => void;
  };
}

function ApplyLine({ checked, apply }: ApplyProps) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const { token, changesTotal, changes } = checked;
  const label = t('exchange.import.apply', { count: changesTotal });
  const why = token === null ? t('exchange.import.withProblems') : t('exchange.import.withNothing');
  return (
    <div className={styles.saveLine}>
      {token === null || changesTotal === 0 ? (
        <>
          <Button variant="primary" isDisabled aria-describedby="apply-why">
            {label}
          </Button>
          <p id="apply-why">{why}</p>
        </>
      ) : (
        <Button variant="primary" onPress={() => setIsAsked(true)}>
          {label}
        </Button>
      )}
      {isAsked && token !== null && (
        <ConfirmDialog
          title={t('exchange.import.askTitle')}
          confirmLabel={label}
          isPending={apply.isPending}
          error={apply.error}
          onConfirm={() => apply.mutate(token)}
          onClose={() => {
            apply.reset();
            setIsAsked(false);
          }}
        >
          <p>{t('exchange.import.askText', { count: changesTotal })}</p>
          {changesTotal <= PREVIEWED_CHANGES && <ImportEffect token={token} />}
          {changes.some((change) => change.isOneself) && (
            <Banner tone="warning">{t('exchange.import.oneself')}</Banner>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
