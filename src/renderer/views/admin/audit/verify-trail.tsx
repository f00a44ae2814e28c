/** Recomputes the chain of the trail, and says in words what that shows and what it does not. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { Failure } from '../failure';
import styles from '../admin.module.css';

const LIMITS = ['end', 'rewritten', 'outside', 'unrecorded'] as const;

export function VerifyTrail() {
  const { t } = useTranslation();
  const verify = useMutation({ mutationFn: () => call('audit.verify', {}) });
  return (
    <section className={styles.section} aria-labelledby="verify-title">
      <div className={styles.headLine}>
        <h2 id="verify-title">{t('audit.verify.title')}</h2>
        <Button icon="shield" isDisabled={verify.isPending} onPress={() => verify.mutate()}>
          {verify.isPending ? t('audit.verify.running') : t('audit.verify.start')}
        </Button>
      </div>
      <p className={styles.muted}>{t('audit.verify.about')}</p>
      <Failure error={verify.error} />
      {verify.data && (
        <Banner tone={verify.data.firstBroken === null ? 'success' : 'error'}>
          {verify.data.firstBroken === null
            ? t('audit.verify.whole', { count: verify.data.entries })
            : t('audit.verify.broken', { sequence: verify.data.firstBroken, entries: verify.data.entries })}
        </Banner>
      )}
      <Disclosure summary={t('audit.verify.limits')}>
        <ul className={styles.prose}>
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`audit.verify.limit.${limit}`)}</li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
