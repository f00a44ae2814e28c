/** One kind of what a person may share: off, some users only, or everyone; and how it stands. */
import { useTranslation } from 'react-i18next';
import type { Share, ShareChoice, Sharing } from '../../../shared/shares';
import { SHARE_AUDIENCES } from '../../../shared/shares';
import { toDisplayText } from '../../format/display-text';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import adminStyles from '../admin/admin.module.css';
import { ShareState } from './share-state';
import styles from './sharing.module.css';

interface Props {
  /** As it is stored, with how that stands. */
  readonly share: Share;
  /** As it is on screen. */
  readonly choice: ShareChoice;
  readonly sharing: Sharing;
  readonly onChange: (choice: ShareChoice) => void;
}

export function ShareSection({ share, choice, sharing, onChange }: Props) {
  const { t } = useTranslation();
  const { kind, audience } = choice;
  return (
    <section className={adminStyles.section} aria-labelledby={`share-${kind}`}>
      <div>
        <h2 id={`share-${kind}`}>{t(`sharing.kind.${kind}`)}</h2>
        <p className={adminStyles.muted}>{t(`sharing.kindAbout.${kind}`)}</p>
      </div>
      <div className={styles.choice}>
        <RadioGroup
          label={t('sharing.overview.with')}
          options={SHARE_AUDIENCES.map((value) => ({
            value,
            label: t(`sharing.audience.${value}`),
            description: t(`sharing.audienceAbout.${value}`),
          }))}
          value={audience}
          onChange={(next) => onChange({ ...choice, audience: next })}
        />
        {audience === 'groups' && (
          <Groups
            groups={sharing.groups}
            chosen={choice.groupIds}
            onChange={(groupIds) => onChange({ ...choice, groupIds })}
          />
        )}
      </div>
      <ShareState share={share} choice={choice} extensions={sharing.extensions} />
    </section>
  );
}

interface GroupsProps {
  readonly groups: Sharing['groups'];
  readonly chosen: readonly string[];
  readonly onChange: (groupIds: readonly string[]) => void;
}

function Groups({ groups, chosen, onChange }: GroupsProps) {
  const { t } = useTranslation();
  if (groups.length === 0) return <p>{t('sharing.noGroups')}</p>;
  return (
    <fieldset className={styles.groups}>
      <legend>{t('sharing.groups')}</legend>
      <div className={styles.groupList}>
        {groups.map(({ groupId, name, members }) => (
          <Checkbox
            key={groupId}
            isSelected={chosen.includes(groupId)}
            description={t('sharing.members', { count: members })}
            onChange={(isChosen) =>
              // In the order of the list, so that ticking and unticking changes nothing.
              onChange(
                groups
                  .map((group) => group.groupId)
                  .filter((one) => (one === groupId ? isChosen : chosen.includes(one))),
              )
            }
          >
            <bdi>{toDisplayText(name)}</bdi>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
