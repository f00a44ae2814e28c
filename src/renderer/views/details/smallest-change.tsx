/** The least that would turn a decision round: each change with who can make it, and the way there for who is one of them. */
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../shared/explanation';
import { useGoTo } from '../../go-to';
import { useStatus } from '../../status';
import { Button } from '../../ui/button';
import { findDestination, toChangeSentence } from './change-words';
import styles from './details.module.css';

export function SmallestChange({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const mayOpen = useStatus().data?.signedIn?.mayReadConfiguration ?? false;
  const { decision, smallestChange, userId } = explanation;
  if (smallestChange === null) return <p className={styles.muted}>{t('explain.changes.none')}</p>;
  return (
    <div className={styles.change}>
      <p>{t(decision.allowed ? 'explain.changes.toDeny' : 'explain.changes.toAllow')}:</p>
      <ol className={styles.changes}>
        {smallestChange.map(({ change, madeBy }) => {
          const destination = findDestination(change, userId);
          return (
            <li key={JSON.stringify(change)}>
              <span>{toChangeSentence(t, change)}</span>{' '}
              <span className={styles.muted}>{t(`explain.madeBy.${madeBy}`)}</span>
              {mayOpen && destination && (
                <Button variant="link" onPress={() => goTo(destination)}>
                  {t('explain.open')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
