/** The parts of a file name as buttons, each with a menu of what it may mean. */
import { useTranslation } from 'react-i18next';
import type { PatternKind } from '../../../../../shared/source-reading';
import { toDisplayText } from '../../../../format/display-text';
import type { MenuGroup } from '../../../../ui/menu';
import { MenuButton } from '../../../../ui/menu';
import type { NamePart } from './pattern-draft';
import { withJoined, withKind, withSplit } from './pattern-draft';
import styles from './reading.module.css';

const GROUPS = {
  time: [
    'date',
    'time',
    'dateTime',
    'year',
    'month',
    'day',
    'hour',
    'minute',
    'second',
    'epochSec',
    'epochMs',
  ],
  people: ['from', 'to', 'extension', 'other', 'fromName', 'toName', 'otherName'],
  call: ['direction', 'group', 'line', 'account', 'callId'],
  nothing: ['text', 'any'],
} as const satisfies Readonly<Record<string, readonly PatternKind[]>>;
const GROUP_NAMES = ['time', 'people', 'call', 'nothing'] as const;
/** A longer part is cut by the one that names it. */
const SPLIT_LENGTH = 24;

interface Props {
  readonly parts: readonly NamePart[];
  readonly onChange: (parts: readonly NamePart[]) => void;
}

export function NameParts({ parts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={styles.parts} aria-label={t('reading.parts')}>
      {parts.map((part, index) => (
        <li key={`${parts.length} ${index}`} className={styles.part} data-kind={part.kind}>
          <PartButton parts={parts} index={index} part={part} onChange={onChange} />
        </li>
      ))}
    </ol>
  );
}

function PartButton({
  parts,
  index,
  part,
  onChange,
}: Props & { readonly index: number; readonly part: NamePart }) {
  const { t } = useTranslation();
  const meaning = t(`reading.kind.${part.kind}`);
  // It must be seen to be pressed.
  const isBlank = part.text.trim() === '';
  // What stands between two parts needs no word beneath it to be understood.
  const isSign = part.kind === 'text' && !/[\p{L}\p{N}]/u.test(part.text);
  const kinds: MenuGroup[] = GROUP_NAMES.map((group) => ({
    id: group,
    title: t(`reading.groups.${group}`),
    items: GROUPS[group].map((kind) => ({
      id: `kind ${kind}`,
      label: t(`reading.kind.${kind}`),
      isChosen: kind === part.kind,
    })),
  }));
  const choose = (id: string) => {
    const [command, value = ''] = id.split(' ');
    if (command === 'kind') onChange(withKind(parts, index, value as PatternKind));
    else if (command === 'join') onChange(withJoined(parts, index));
    else onChange(withSplit(parts, index, Number(value)));
  };
  return (
    <MenuButton
      label={
        <span className={styles.partLabel}>
          <bdi className={styles.partText}>{isBlank ? t('reading.blank') : toDisplayText(part.text)}</bdi>
          <span className={styles.hidden}>{': '}</span>
          <span className={isSign ? styles.hidden : styles.partMeaning}>{meaning}</span>
        </span>
      }
      groups={[...kinds, ...useShapes(parts, index, part)]}
      onChoose={choose}
    />
  );
}

/** Joining with what follows, and every place at which the part may be split. */
function useShapes(parts: readonly NamePart[], index: number, part: NamePart): MenuGroup[] {
  const { t } = useTranslation();
  const join = index < parts.length - 1 ? [{ id: 'join', label: t('reading.join') }] : [];
  const places = part.text.length <= SPLIT_LENGTH ? part.text.length - 1 : 0;
  const splits = Array.from({ length: Math.max(0, places) }, (_, place) => ({
    id: `split ${place + 1}`,
    label: t('reading.splitAt', {
      left: part.text.slice(0, place + 1),
      right: part.text.slice(place + 1),
    }),
  }));
  return [
    ...(join.length > 0 ? [{ id: 'shape', title: t('reading.groups.shape'), items: join }] : []),
    ...(splits.length > 0 ? [{ id: 'split', title: t('reading.split'), items: splits }] : []),
  ];
}
