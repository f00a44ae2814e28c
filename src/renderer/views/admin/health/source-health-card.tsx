/** The health of one source: its files to the last one, what call history and recordings say of each other, findings by kind. */
import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FindingKind, SourceHealth, SourceSummary } from '../../../../shared/source-model';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { toLongMoment } from '../../../format/moment';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { Table } from '../../../ui/table';
import { FINDINGS_KEY } from '../admin-queries';
import { FindingPath } from '../sources/finding-path';
import { HearRecording } from '../sources/hear-recording';
import { Waiting } from '../loaded';
import { usePlace } from '../use-place';
import { ClockCheck } from './clock-check';
import styles from '../admin.module.css';
import healthStyles from './health.module.css';

interface Props {
  readonly source: SourceSummary;
  readonly mayEdit: boolean;
  readonly onShow: (kind: FindingKind) => void;
}

export function SourceHealthCard({ source, mayEdit, onShow }: Props) {
  const { t } = useTranslation();
  const place = usePlace();
  const titleId = useId();
  const health = useQuery({
    queryKey: [...FINDINGS_KEY, source.id, 'health'],
    queryFn: () => call('findings.summary', { sourceId: source.id }),
  });
  const { data } = health;
  return (
    <article className={styles.section} aria-labelledby={titleId}>
      <div className={styles.headLine}>
        <h2 id={titleId}>
          <bdi>{toDisplayText(source.name)}</bdi>
        </h2>
        {data?.asOfMs != null && (
          <p className={styles.muted}>{t('health.asOf', { moment: toLongMoment(data.asOfMs, place) })}</p>
        )}
      </div>
      <Waiting answers={[health]} />
      {data && (data.asOfMs === null ? <p>{t('health.never')}</p> : <Whole health={data} />)}
      {data?.clock && <ClockCheck clock={data.clock} sourceId={mayEdit ? source.id : null} />}
      {data && <Kinds health={data} onShow={onShow} />}
    </article>
  );
}

function useNumber(): Intl.NumberFormat {
  const { locale } = usePlace();
  return new Intl.NumberFormat(locale);
}

const PARTS = ['recordings', 'attached', 'histories', 'others'] as const;

function Whole({ health }: { readonly health: SourceHealth }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { files } = health;
  return (
    <>
      <h3>{t('health.seen', { count: files.seen })}</h3>
      {files.seen > 0 && (
        <div className={healthStyles.bar} aria-hidden="true">
          {PARTS.map((part) => (
            <span key={part} className={healthStyles[part]} style={{ flexGrow: files[part] }} />
          ))}
        </div>
      )}
      <dl className={healthStyles.parts}>
        {PARTS.map((part) => (
          <div key={part}>
            <dt>
              <span className={`${healthStyles.key} ${healthStyles[part]}`} aria-hidden="true" />
              {t(`health.part.${part}`)}
            </dt>
            <dd>{number.format(files[part])}</dd>
          </div>
        ))}
      </dl>
      {files.recordings > 0 && <SoundChecked checked={health.soundChecked} of={files.recordings} />}
      <LookAfter health={health} />
    </>
  );
}

/** As of the last scan there may be fewer recordings than were looked at since. */
function SoundChecked({ checked, of }: { readonly checked: number; readonly of: number }) {
  const { t } = useTranslation();
  return (
    <div>
      <p>{t('health.soundChecked', { count: checked, of: Math.max(checked, of) })}</p>
      <p className={styles.about}>{t('health.soundCheckedAbout')}</p>
    </div>
  );
}

const CARES = ['missing', 'callsWithoutRecording', 'recordingsWithoutHistory'] as const;

function LookAfter({ health }: { readonly health: SourceHealth }) {
  const { t } = useTranslation();
  const number = useNumber();
  const there = CARES.filter((care) => health[care] > 0);
  if (there.length === 0) return null;
  return (
    <>
      <h3>{t('health.lookAfter')}</h3>
      <ul className={healthStyles.cares}>
        {there.map((care) => (
          <li key={care}>
            <strong>
              {t(`health.${care}`)}: {number.format(health[care])}
            </strong>
            <p className={styles.about}>{t(`health.${care}About`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

interface KindsProps {
  readonly health: SourceHealth;
  readonly onShow: (kind: FindingKind) => void;
}

function Kinds({ health, onShow }: KindsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  if (health.kinds.length === 0) return health.asOfMs === null ? null : <p>{t('health.noFindings')}</p>;
  return (
    <>
      <h3>{t('health.findings')}</h3>
      <Table
        label={t('health.findings')}
        rows={health.kinds}
        keyOf={(row) => row.kind}
        columns={[
          { id: 'kind', title: t('health.kind'), cell: (row) => <Meaning kind={row.kind} /> },
          {
            id: 'count',
            title: t('health.count'),
            isNumber: true,
            cell: (row) => number.format(row.count),
          },
          {
            id: 'examples',
            title: t('health.examples'),
            isLong: true,
            cell: (row) => <Examples examples={row.examples} />,
          },
          {
            id: 'show',
            title: t('health.show'),
            cell: (row) => (
              <Button
                variant="link"
                aria-label={t('health.showAll', { kind: t(`sources.finding.kind.${row.kind}`) })}
                onPress={() => onShow(row.kind)}
              >
                {t('health.show')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function Meaning({ kind }: { readonly kind: FindingKind }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t(`sources.finding.kind.${kind}`)}</strong>
      <Disclosure summary={t('health.whatToDo')}>
        <p className={styles.about}>{t(`sources.finding.about.${kind}`)}</p>
      </Disclosure>
    </>
  );
}

/** Enough to see what it is about; the list of the kind has them all. */
const SHOWN = 3;

function Examples({ examples }: Pick<SourceHealth['kinds'][number], 'examples'>) {
  return (
    <ul className={healthStyles.examples}>
      {examples.slice(0, SHOWN).map((one) => (
        <li key={`${one.path} ${one.detail}`}>
          <FindingPath path={one.path} />
          <bdi lang="en" className={styles.muted}>
            {toDisplayText(one.detail)}
          </bdi>
          <HearRecording finding={one} />
        </li>
      ))}
    </ul>
  );
}
