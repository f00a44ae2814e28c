/** How the files of a folder are read, before it becomes a source: open where its names are not understood, at hand where they are. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderInspection } from '../../../../../shared/source-model';
import type { SourceReading } from '../../../../../shared/source-reading';
import { Banner } from '../../../../ui/banner';
import { Disclosure } from '../../../../ui/disclosure';
import { ReadingSections } from './reading-sections';

/** Below this, most of the archive would be listed without who took part. */
const FEW_UNDERSTOOD = 0.8;

interface Props {
  readonly inspection: FolderInspection;
  readonly isFirstRun?: boolean;
  readonly timeZone: string | null;
  readonly reading: SourceReading;
  readonly onChange: (reading: SourceReading) => void;
}

export function ReadingOffer({ inspection, isFirstRun = false, timeZone, reading, onChange }: Props) {
  const { t } = useTranslation();
  const areFewUnderstood = inspection.understoodShare < FEW_UNDERSTOOD;
  const [isOpen, setIsOpen] = useState(areFewUnderstood);
  const { archiveDir } = inspection;
  const sections = (
    <ReadingSections
      tried={{ archiveDir, isFirstRun }}
      isThere={isOpen}
      timeZone={timeZone}
      reading={reading}
      onChange={onChange}
    />
  );
  if (areFewUnderstood) {
    return (
      <>
        <Banner tone="info">{t('reading.fewAbout')}</Banner>
        {sections}
      </>
    );
  }
  return (
    <Disclosure summary={t('reading.otherWay')} onToggle={setIsOpen}>
      {sections}
    </Disclosure>
  );
}
