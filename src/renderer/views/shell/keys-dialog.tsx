/** All keys on one page. */
import { useTranslation } from 'react-i18next';
import type { en } from '../../i18n/en';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './shell.module.css';

interface Props {
  readonly isOpen: boolean;
  readonly searchKeys: string;
  readonly onClose: () => void;
}

export function KeysDialog({ isOpen, searchKeys, onClose }: Props) {
  const { t } = useTranslation();
  const name = (key: keyof typeof en.shell.keyNames) => t(`shell.keyNames.${key}`);
  const lines = [
    { keys: ['↑', '↓'], does: 'arrows' },
    { keys: [name('pageUp'), name('pageDown')], does: 'page' },
    { keys: [name('home'), name('end')], does: 'homeEnd' },
    { keys: [name('enter'), name('space')], does: 'play' },
    { keys: [name('shift'), '↑', '↓'], does: 'several' },
    { keys: [name('delete')], does: 'delete' },
    { keys: ['→', '←'], does: 'details' },
    { keys: ['F', searchKeys], does: 'search' },
    { keys: [name('escape')], does: 'escape' },
    { keys: ['J', 'K', 'L'], does: 'jkl' },
    { keys: ['←', '→'], does: 'back' },
    { keys: ['[', ']'], does: 'loop' },
    { keys: ['−', '+'], does: 'speed' },
    { keys: ['?'], does: 'keys' },
  ] as const;
  return (
    <Dialog
      title={t('shell.keys')}
      isOpen={isOpen}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <dl className={styles.keys}>
        {lines.map((line) => (
          <div key={line.does} className={styles.keyLine}>
            <dt>
              {line.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`shell.keyList.${line.does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
