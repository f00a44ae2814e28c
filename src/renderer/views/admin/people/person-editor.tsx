/** The form of one person, with what he may hear beside it. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { PersonDetails } from '../../../../shared/people';
import type { ServiceRight } from '../../../../shared/user-settings';
import { toAppError } from '../../../client';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { leaveWith } from '../../../leave-guard';
import { Button } from '../../../ui/button';
import { findInvalidField } from '../invalid-field';
import { PageHead } from '../page-head';
import type { PreviewBefore } from '../preview/use-preview';
import { usePreview } from '../preview/use-preview';
import { SaveBar } from '../save-bar';
import { useUnsavedGuard } from '../unsaved-guard';
import { ExtensionsSection } from './extensions-section';
import { IdentitySection } from './identity-section';
import { MayHear } from './may-hear-view';
import { PasswordSection } from './password-section';
import type { PersonForm, PersonLists } from './person-form';
import { RightsSection } from './rights-section';
import { SettingsSections } from './settings-section';
import { usePointedSetting } from './use-pointed-setting';
import { StaleEdit } from './stale-edit';
import type { PersonEdit } from './use-person-edit';
import { usePersonEdit } from './use-person-edit';
import adminStyles from '../admin.module.css';
import styles from './people.module.css';

interface Props {
  readonly details: PersonDetails | null;
  readonly setting: string | null;
  readonly lists: PersonLists;
  readonly signedIn: SignedIn;
  readonly onBack: () => void;
  readonly onViewAs: (details: PersonDetails) => void;
  readonly onCreated: (details: PersonDetails) => void;
}

export function PersonEditor(props: Props) {
  const { details, setting, lists, signedIn, onCreated } = props;
  const { t } = useTranslation();
  const formRef = useRef<HTMLDivElement>(null);
  usePointedSetting(formRef, setting);
  const edit = usePersonEdit(details, (saved) => {
    if (details === null) onCreated(saved);
  });
  const [hasRightsDraft, setHasRightsDraft] = useState(false);
  const guardDialog = useUnsavedGuard(edit.isDirty || hasRightsDraft);
  const form = toForm(edit, details, lists, signedIn);

  function save(before: PreviewBefore['before']) {
    const invalid = findInvalidField(formRef.current);
    if (edit.problems.size === 0 && !invalid) return edit.saveAfter(before);
    edit.refuse();
    // A field that was never touched is marked by the next rendering only.
    requestAnimationFrame(() => findInvalidField(formRef.current)?.focus());
  }

  return (
    <div className={adminStyles.page} ref={formRef}>
      <Head {...props} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <IdentitySection form={form} />
          <ExtensionsSection form={form} />
          <SettingsSections form={form} />
          <Saving edit={edit} mayEdit={form.mayEdit} onSave={save} />
          {details === null ? (
            <p className={styles.muted}>{t('people.afterSave')}</p>
          ) : (
            <>
              <div data-setting="rights">
                <RightsSection
                  details={details}
                  rightsGroups={lists.rightsGroups}
                  maySecure={form.maySecure}
                  onDirty={setHasRightsDraft}
                />
              </div>
              <PasswordSection details={details} maySecure={form.maySecure} />
            </>
          )}
        </div>
        <MayHear
          isDirty={edit.isDirty}
          facts={{
            ...lists,
            userId: details?.userId ?? null,
            person: edit.draft,
            rights: rightsOf(details, lists),
          }}
        />
      </div>
      {guardDialog}
    </div>
  );
}

function Head({ details, setting, signedIn, onBack, onViewAs }: Props) {
  const { t } = useTranslation();
  const back = { label: t('shell.pages.people'), onPress: () => leaveWith(onBack) };
  if (details === null) return <PageHead title={t('people.new')} back={back} />;
  const viewAs = (
    <Button onPress={() => leaveWith(() => onViewAs(details))}>
      {t('preview.viewAs.open', { name: toIsolatedText(details.name) })}
    </Button>
  );
  return (
    <PageHead
      title={<bdi>{toDisplayText(details.name)}</bdi>}
      back={back}
      actions={signedIn.view === 'administrator' ? viewAs : undefined}
      takesFocus={setting === null}
    />
  );
}

interface SavingProps {
  readonly edit: PersonEdit;
  readonly mayEdit: boolean;
  readonly onSave: (before: PreviewBefore['before']) => void;
}

function Saving({ edit, mayEdit, onSave }: SavingProps) {
  const { t } = useTranslation();
  const preview = usePreview();
  if (!mayEdit) return null;
  const hasProblem = edit.problems.has('replayOthers') || (edit.wasRefused && edit.problems.size > 0);
  return (
    <>
      <SaveBar
        isSticky
        isDirty={edit.isDirty}
        isPending={edit.save.isPending || preview.isCounting}
        wasSaved={edit.save.isSuccess}
        error={edit.theirs ? null : edit.save.error}
        notice={
          edit.theirs && (
            <StaleEdit
              base={edit.base}
              mine={edit.draft}
              theirs={edit.theirs}
              onMerge={edit.merge}
              onTakeTheirs={edit.discard}
            />
          )
        }
        problem={hasProblem ? t('people.problem.some') : undefined}
        isClosed={edit.theirs !== undefined}
        saveLabel={t('people.save')}
        onSave={() => onSave(preview.before)}
        onDiscard={edit.discard}
      />
      {preview.dialog}
    </>
  );
}

function toForm(
  edit: PersonEdit,
  details: PersonDetails | null,
  lists: PersonLists,
  signedIn: SignedIn,
): PersonForm {
  return {
    draft: edit.draft,
    details,
    lists,
    mayEdit: signedIn.mayChangeConfiguration,
    maySecure: signedIn.mayChangeSecurity,
    problems: edit.wasRefused ? edit.problems : new Set(),
    failure: edit.save.error && toAppError(edit.save.error),
    change: edit.change,
    changeSettings: edit.changeSettings,
  };
}

function rightsOf(details: PersonDetails | null, lists: PersonLists): ReadonlySet<ServiceRight> {
  const ids = details?.rightsGroupIds ?? [];
  return new Set(
    lists.rightsGroups.filter((group) => ids.includes(group.rightsGroupId)).flatMap((group) => group.rights),
  );
}
