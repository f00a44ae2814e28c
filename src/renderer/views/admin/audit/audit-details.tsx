/** The details of one entry: the first of them on a line, all of them behind it. */
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/model';
import { toDisplayText } from '../../../format/display-text';
import { en } from '../../../i18n/en';
import { Disclosure } from '../../../ui/disclosure';
import { ChangeTable, OneselfTag } from '../change-table';
import { AuditPreview } from './audit-preview';
import { AuditValue } from './audit-value';
import type { Change, Value } from './details';
import { findDetails } from './details';
import styles from '../admin.module.css';

const VALUES_IN_LINE = 3;

export function AuditDetails({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const toLabel = usePathLabel();
  const details = findDetails(entry.details);
  if (!details) return <bdi>{toDisplayText(entry.details)}</bdi>;
  const { changes, preview } = details;
  // That nobody gave rights to himself needs no words.
  const isOneself = details.values.some(({ path, value }) => path[0] === 'isOneself' && value === true);
  const values = inOrder(details.values.filter(({ path }) => path[0] !== 'isOneself'));
  const told = values.slice(0, VALUES_IN_LINE);
  const isAllTold = changes.length === 0 && values.length === told.length && !preview;
  const line = (
    <span>
      {isOneself && (
        <>
          <OneselfTag />{' '}
        </>
      )}
      {told.map(({ path, value }, index) => (
        <span key={path.join('/')}>
          {index > 0 && ' · '}
          {toLabel(path)}: <AuditValue path={path} value={value} />
        </span>
      ))}
      {changes.length > 0 && (
        <span>
          {told.length > 0 && ' · '}
          {t(`audit.${findSort(changes)}`, { count: changes.length })}
        </span>
      )}
      {preview !== undefined && (
        <span>
          {' · '}
          {preview === null ? t('audit.preview.none') : t('audit.preview.upon', { entry: preview.entry })}
        </span>
      )}
      {values.length === 0 && changes.length === 0 && <span className={styles.muted}>–</span>}
    </span>
  );
  if (isAllTold) return line;
  return (
    <Disclosure summary={line}>
      {values.length > told.length && <Values values={values} />}
      {preview && <AuditPreview preview={preview} />}
      {changes.length > 0 && <Changes changes={changes} />}
      <p className={styles.muted}>
        {t('audit.hash')}: <span className={styles.code}>{entry.hash}</span>
      </p>
    </Disclosure>
  );
}

/** Something new has no state before, something removed none after. */
function findSort(changes: readonly Change[]): 'added' | 'removed' | 'changes' {
  if (changes.every((change) => change.before === undefined)) return 'added';
  return changes.every((change) => change.after === undefined) ? 'removed' : 'changes';
}

/** Names before ids: an id says something only where there is no name. */
function inOrder(values: readonly Value[]): readonly Value[] {
  const isId = ({ path }: Value) => path.at(-1)?.endsWith('Id') === true;
  return [...values.filter((value) => !isId(value)), ...values.filter(isId)];
}

function Values({ values }: { readonly values: readonly Value[] }) {
  const toLabel = usePathLabel();
  return (
    <dl className={styles.facts}>
      {values.map(({ path, value }) => (
        <div key={path.join('/')} style={{ display: 'contents' }}>
          <dt>{toLabel(path)}</dt>
          <dd>
            <AuditValue path={path} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const toLabel = usePathLabel();
  const fields = changes.map(({ path, before, after }) => ({
    id: path.join('/'),
    name: toLabel(path),
    before: <AuditValue path={path} value={before} />,
    after: <AuditValue path={path} value={after} />,
  }));
  return <ChangeTable fields={fields} />;
}

/** A setting goes by its name on the pages; what has no word here goes by its key. */
function usePathLabel(): (path: readonly string[]) => string {
  const { t } = useTranslation();
  return (path) => {
    const [first, ...rest] = path;
    const last = path.at(-1);
    if (first === undefined || last === undefined) return t('audit.whole');
    if (first === 'settings' && isKeyOf(en.settings.name, last)) return t(`settings.name.${last}`);
    if (first === 'settings' && isKeyOf(en.settings.organisationName, last)) {
      return t(`settings.organisationName.${last}`);
    }
    if (rest.length === 0 && isKeyOf(en.audit.key, first)) return t(`audit.key.${first}`);
    return toDisplayText(path.join(' / '));
  };
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key);
}
