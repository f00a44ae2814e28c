/** Who gains and who loses what: in a sentence for one person, in a table for several. */
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../../../shared/model';
import type { ActionCounts, PersonEffect, Preview } from '../../../../shared/preview';
import { COUNTED_ACTIONS } from '../../../../shared/preview';
import { toDisplayText } from '../../../format/display-text';
import { toDay, toTimeOfDay } from '../../../format/moment';
import { Disclosure } from '../../../ui/disclosure';
import { Table } from '../../../ui/table';
import { ShowMore, useFirstRows } from '../show-more';
import { usePlace } from '../use-place';
import { toEffectSentence, toPartyText } from './effect-words';
import styles from './preview.module.css';

export function EffectView({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { people } = preview;
  const [only] = people;
  const isUncounted = people.some((person) => person.gained === null);
  return (
    <div className={styles.effect}>
      {isUncounted && <p>{t('preview.uncountedAbout')}</p>}
      {only && people.length === 1 ? <OneEffect effect={only} /> : <ManyEffects people={people} />}
    </div>
  );
}

function OneEffect({ effect }: { readonly effect: PersonEffect }) {
  const { t } = useTranslation();
  const { gained, lost, gainedSamples, lostSamples } = effect;
  return (
    <>
      <p className={styles.sentence}>{toEffectSentence(t, effect)}</p>
      {gained && lost && <Actions gained={gained} lost={lost} />}
      <Samples title={t('preview.samplesGained')} rows={gainedSamples} />
      <Samples title={t('preview.samplesLost')} rows={lostSamples} />
    </>
  );
}

/** Only what differs besides the list itself. */
function Actions({ gained, lost }: { readonly gained: ActionCounts; readonly lost: ActionCounts }) {
  const { t } = useTranslation();
  const differing = COUNTED_ACTIONS.filter((action) => gained[action] > 0 || lost[action] > 0);
  if (differing.every((action) => action === 'list')) return null;
  return (
    <>
      <Table
        label={t('preview.actions')}
        columns={[
          { id: 'action', title: t('preview.actions'), cell: (action) => t(`preview.action.${action}`) },
          {
            id: 'gained',
            title: t('preview.gainsTitle'),
            isNumber: true,
            cell: (action) => <Count count={gained[action]} />,
          },
          {
            id: 'lost',
            title: t('preview.losesTitle'),
            isNumber: true,
            cell: (action) => <Count count={lost[action]} />,
          },
        ]}
        rows={differing}
        keyOf={(action) => action}
      />
      {differing.includes('delete') && <p className={styles.note}>{t('preview.keptToo')}</p>}
    </>
  );
}

function Count({ count }: { readonly count: number }) {
  const { locale } = usePlace();
  return new Intl.NumberFormat(locale).format(count);
}

function Samples({ title, rows }: { readonly title: string; readonly rows: readonly RecordingRow[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  if (rows.length === 0) return null;
  return (
    <section className={styles.samples}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {toDay(row.startedAtMs, place)} {toTimeOfDay(row.startedAtMs, place)} ·{' '}
            {t(`common.direction.${row.direction}`)} · <bdi>{toPartyText(t, row.from)}</bdi> →{' '}
            <bdi>{toPartyText(t, row.to)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ManyEffects({ people }: Pick<Preview, 'people'>) {
  const { t } = useTranslation();
  const rows = useFirstRows(people);
  const toCell = (counts: ActionCounts | null) =>
    counts === null ? t('preview.uncounted') : <Count count={counts.list} />;
  return (
    <>
      <p className={styles.sentence}>{t('preview.people', { count: people.length })}</p>
      <Table
        label={t('preview.title')}
        columns={[
          { id: 'name', title: t('preview.person'), cell: ({ name }) => <bdi>{toDisplayText(name)}</bdi> },
          {
            id: 'gained',
            title: t('preview.gainsTitle'),
            isNumber: true,
            cell: ({ gained }) => toCell(gained),
          },
          { id: 'lost', title: t('preview.losesTitle'), isNumber: true, cell: ({ lost }) => toCell(lost) },
        ]}
        rows={rows.shown}
        keyOf={({ userId, name }) => userId ?? name}
      />
      <ShowMore rows={rows} />
      {people.slice(0, DETAILED).map((effect) => (
        <Disclosure key={effect.userId ?? effect.name} summary={toEffectSentence(t, effect)}>
          <OneEffect effect={effect} />
        </Disclosure>
      ))}
    </>
  );
}

/** Of more people the table says enough. */
const DETAILED = 20;
