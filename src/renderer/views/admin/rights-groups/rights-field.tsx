/** The rights of a group as check boxes, each under its component and with what it means here. */
import { useTranslation } from 'react-i18next';
import type { ServiceRight } from '../../../../shared/user-settings';
import { Checkbox } from '../../../ui/checkbox';
import { COMPONENTS } from './components';
import styles from '../admin.module.css';

interface Props {
  readonly rights: readonly ServiceRight[];
  readonly mayEdit: boolean;
  readonly onChange: (rights: readonly ServiceRight[]) => void;
}

export function RightsField({ rights, mayEdit, onChange }: Props) {
  const { t } = useTranslation();
  const toggle = (right: ServiceRight, isGiven: boolean) =>
    onChange(isGiven ? [...rights, right] : rights.filter((one) => one !== right));
  return (
    <section className={styles.section} aria-labelledby="rights-title">
      <h2 id="rights-title">{t('admin.rightsGroups.rights')}</h2>
      <p className={styles.muted}>{t('admin.rightsGroups.rightsAbout')}</p>
      {COMPONENTS.map((component) => (
        <div
          key={component.id}
          className={styles.rights}
          role="group"
          aria-labelledby={`rights-${component.id}`}
        >
          <h3 id={`rights-${component.id}`}>{t(`settings.component.${component.id}`)}</h3>
          {component.rights.map((right) => (
            <Checkbox
              key={right}
              isSelected={rights.includes(right)}
              isReadOnly={!mayEdit}
              description={t(`settings.rightEffect.${right}`)}
              onChange={(isGiven) => toggle(right, isGiven)}
            >
              {t(`settings.rightName.${right}`)}
            </Checkbox>
          ))}
        </div>
      ))}
    </section>
  );
}
