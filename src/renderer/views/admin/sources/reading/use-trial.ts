/** What would become of a source if it were read so: asked anew once the person has paused, the last answer kept meanwhile. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SourceReading } from '../../../../../shared/source-reading';
import { call } from '../../../../client';
import { useSettled } from '../../../../use-settled';

const PAUSE_MS = 300;

export function useTrial(
  sourceId: string,
  timeZone: string | null,
  reading: SourceReading,
  isAsked: boolean,
) {
  const asked = useSettled(JSON.stringify({ timeZone, reading }), PAUSE_MS);
  return useQuery({
    queryKey: ['reading trial', sourceId, asked],
    queryFn: () => {
      const told = JSON.parse(asked) as { timeZone: string | null; reading: SourceReading };
      const zone = told.timeZone === null ? {} : { timeZone: told.timeZone };
      return call('sources.tryPattern', { sourceId, reading: told.reading, ...zone });
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
