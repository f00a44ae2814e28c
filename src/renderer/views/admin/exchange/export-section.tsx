/** Writes what is chosen into files. */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExchangeFormat, ExchangeKind } from '../../../../shared/exchange';
import { EXCHANGE_FORMATS, EXCHANGE_KINDS } from '../../../../shared/exchange';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { RadioGroup } from '../../../ui/radio-group';
import { Failure } from '../failure';
import styles from '../admin.module.css';

export function ExportSection() {
  const { t } = useTranslation();
  const [format, setFormat] = useState<ExchangeFormat>('csv');
  const [what, setWhat] = useState<readonly ExchangeKind[]>(EXCHANGE_KINDS);
  const write = useMutation({ mutationFn: () => call('exchange.export', { format, what: [...what] }) });
  const choose = (kind: ExchangeKind, isChosen: boolean) => {
    write.reset();
    setWhat(EXCHANGE_KINDS.filter((one) => (one === kind ? isChosen : what.includes(one))));
  };
  const saved = write.data?.saved;
  return (
    <section className={styles.section} aria-labelledby="export-title">
      <h2 id="export-title">{t('exchange.export.title')}</h2>
      <p className={styles.muted}>{t('exchange.export.about')}</p>
      <div role="group" aria-labelledby="export-what" className={styles.rights}>
        <h3 id="export-what">{t('exchange.export.what')}</h3>
        <div className={styles.choices}>
          {EXCHANGE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              isSelected={what.includes(kind)}
              onChange={(isChosen) => choose(kind, isChosen)}
            >
              {t(`exchange.kind.${kind}`)}
            </Checkbox>
          ))}
        </div>
      </div>
      <RadioGroup
        label={t('exchange.export.format')}
        options={EXCHANGE_FORMATS.map((value) => ({ value, label: t(`exchange.export.formatOf.${value}`) }))}
        value={format}
        onChange={setFormat}
      />
      <Failure error={write.error} />
      {saved && (
        <Banner tone="success">
          {t('exchange.export.done', { count: saved.length })}{' '}
          <bdi>{saved.map(({ fileName }) => toDisplayText(fileName)).join(', ')}</bdi>
        </Banner>
      )}
      <div>
        <Button isDisabled={what.length === 0 || write.isPending} onPress={() => write.mutate()}>
          {write.isPending ? t('common.loading') : t('exchange.export.start')}
        </Button>
      </div>
    </section>
  );
}
