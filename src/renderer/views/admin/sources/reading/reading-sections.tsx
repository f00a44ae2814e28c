/** How the files of a source are read, tried on its real files while it is being changed. */
import type { SourceReading } from '../../../../../shared/source-reading';
import { Failure } from '../../failure';
import { FieldsSection } from './fields-section';
import { PatternSection } from './pattern-section';
import type { TriedPlace } from './use-trial';
import { useTrial } from './use-trial';

interface Props {
  readonly tried: TriedPlace;
  /** False where the volume cannot be reached: there is nothing to try on. */
  readonly isThere: boolean;
  readonly timeZone: string | null;
  readonly reading: SourceReading;
  readonly onChange: (reading: SourceReading) => void;
}

export function ReadingSections({ tried, isThere, timeZone, reading, onChange }: Props) {
  const trial = useTrial(tried, timeZone, reading, isThere);
  return (
    <>
      <Failure error={trial.error} />
      <PatternSection
        pattern={reading.pattern}
        timeZone={timeZone}
        trial={trial.data}
        isLooking={trial.isFetching}
        onChange={(pattern) => onChange({ ...reading, pattern })}
      />
      <FieldsSection
        mapping={reading.mapping}
        trial={trial.data}
        onChange={(mapping) => onChange({ ...reading, mapping })}
      />
    </>
  );
}
