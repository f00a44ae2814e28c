/** What this protects, and what it does not: the levels of protection, with the one in force. */
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag';
import { PageHead } from './page-head';
import styles from './admin.module.css';

const LEVELS = ['cooperative', 'apart', 'vault'] as const;
const STEPS = ['account', 'folder', 'run', 'check'] as const;

export function ProtectsPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.protects')} about={t('admin.protects.about')} />
      <section className={styles.prose} aria-labelledby="promise-title">
        <h2 id="promise-title">{t('admin.protects.promiseTitle')}</h2>
        <ul>
          <li>{t('admin.protects.promise.kept')}</li>
          <li>{t('admin.protects.promise.denied')}</li>
          <li>{t('admin.protects.promise.trail')}</li>
        </ul>
        <p>{t('admin.protects.limit')}</p>
      </section>
      <section className={styles.levels} aria-labelledby="levels-title">
        <h2 id="levels-title">{t('admin.protects.levelsTitle')}</h2>
        {LEVELS.map((level, index) => (
          <Level key={level} level={level} isInForce={index === 0} />
        ))}
      </section>
      <section className={styles.prose} aria-labelledby="steps-title">
        <h2 id="steps-title">{t('admin.protects.stepsTitle')}</h2>
        <p>{t('admin.protects.stepsAbout')}</p>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(`admin.protects.step.${step}`)}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}

interface LevelProps {
  readonly level: (typeof LEVELS)[number];
  readonly isInForce: boolean;
}

function Level({ level, isInForce }: LevelProps) {
  const { t } = useTranslation();
  const state = level === 'vault' ? t('admin.protects.later') : t('admin.protects.byHand');
  return (
    <article className={`${styles.section} ${isInForce ? styles.inForce : ''}`}>
      <div className={styles.actions}>
        <h3>{t(`admin.protects.level.${level}.title`)}</h3>
        <Tag>{isInForce ? t('admin.protects.inForce') : state}</Tag>
      </div>
      <p>{t(`admin.protects.level.${level}.how`)}</p>
      <dl className={styles.facts}>
        <dt>{t('admin.protects.against')}</dt>
        <dd>{t(`admin.protects.level.${level}.against`)}</dd>
        <dt>{t('admin.protects.notAgainst')}</dt>
        <dd>{t(`admin.protects.level.${level}.notAgainst`)}</dd>
      </dl>
    </article>
  );
}
