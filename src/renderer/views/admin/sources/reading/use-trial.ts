/** What would become of a source if it were read so: asked anew once the person has paused, the last answer kept meanwhile. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReadingTrial, SourceReading } from '../../../../../shared/source-reading';
import { call } from '../../../../client';
import { useSettled } from '../../../../use-settled';

const PAUSE_MS = 300;

/** Where the files lie: in a source, or in a folder that may become one, in the first run or later. */
export type TriedPlace =
  { readonly sourceId: string } | { readonly archiveDir: string; readonly isFirstRun: boolean };

export function useTrial(
  tried: TriedPlace,
  timeZone: string | null,
  reading: SourceReading,
  isAsked: boolean,
) {
  const asked = useSettled(JSON.stringify({ timeZone, reading }), PAUSE_MS);
  return useQuery({
    queryKey: ['reading trial', tried, asked],
    queryFn: () => askTrial(tried, JSON.parse(asked) as Told),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

interface Told {
  readonly timeZone: string | null;
  readonly reading: SourceReading;
}

function askTrial(tried: TriedPlace, { timeZone, reading }: Told): Promise<ReadingTrial> {
  if ('sourceId' in tried) {
    return call('sources.tryPattern', { ...tried, reading, ...(timeZone === null ? {} : { timeZone }) });
  }
  const { archiveDir, isFirstRun } = tried;
  // While what is typed is no zone, names are cut all the same.
  const folder = { archiveDir, timeZone: timeZone ?? 'UTC', reading };
  return call(isFirstRun ? 'setup.tryFolder' : 'sources.tryFolder', folder);
}
