/** Somebody else saved this person meanwhile: what differs now, and the two ways on. Nothing that was typed is lost before a choice. */
import { useTranslation } from 'react-i18next';
import type { PersonInput } from '../../../../shared/people';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { ValueText } from '../value-text';
import type { DifferentField } from './person-draft';
import { isSame, listDifferences, valueOf } from './person-draft';
import styles from './people.module.css';

interface Props {
  readonly base: PersonInput;
  readonly mine: PersonInput;
  readonly theirs: PersonInput;
  readonly onMerge: () => void;
  readonly onTakeTheirs: () => void;
}

export function StaleEdit({ base, mine, theirs, onMerge, onTakeTheirs }: Props) {
  const { t } = useTranslation();
  const changed = listDifferences(base, theirs);
  return (
    <Banner tone="warning">
      <p>{t('people.stale.text')}</p>
      <ul className={styles.differences}>
        {changed.map((field) => (
          <Difference
            key={`${field.part} ${field.name}`}
            field={field}
            base={base}
            mine={mine}
            theirs={theirs}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onPress={onTakeTheirs}>{t('people.stale.takeTheirs')}</Button>
        <Button variant="primary" onPress={onMerge}>
          {t('people.stale.merge')}
        </Button>
      </div>
    </Banner>
  );
}

type DifferenceProps = Pick<Props, 'base' | 'mine' | 'theirs'> & { readonly field: DifferentField };

function Difference({ field, base, mine, theirs }: DifferenceProps) {
  const { t } = useTranslation();
  const label = field.part === 'person' ? t(`people.field.${field.name}`) : t(`settings.name.${field.name}`);
  const own = valueOf(mine, field);
  const isBoth = !isSame(valueOf(base, field), own) && !isSame(own, valueOf(theirs, field));
  return (
    <li>
      <strong>{label}</strong>: <ValueText value={valueOf(base, field)} /> →{' '}
      <ValueText value={valueOf(theirs, field)} />
      {isBoth && (
        <>
          {' '}
          ({t('people.stale.yours')} <ValueText value={own} />)
        </>
      )}
    </li>
  );
}
