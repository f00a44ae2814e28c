import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { CallDetails, CallRow } from '../../../shared/calls';
import { setFakeBridge } from '../../fake-bridge.test-support';
import { startLanguage } from '../../i18n/i18n';
import { queryClient } from '../../status';
import { toTestRow } from '../library/row.test-fixture';
import { CallDetailsPane } from './call-details';

beforeAll(startLanguage);
afterEach(cleanup);

const ROW: CallRow = {
  id: '00000000000000aa',
  direction: 'inbound',
  disposition: 'answered',
  startedAtMs: 1_700_000_000_000,
  timeZone: 'Europe/Berlin',
  durationMs: 65_000,
  talkMs: 61_000,
  from: { number: '15550100', name: null },
  to: { number: '201', name: null },
  group: null,
  line: null,
  isRecorded: true,
  isShared: false,
};

it('tells what has changed while another page was open', async () => {
  let recordings: CallDetails['recordings'] = [toTestRow(0)];
  setFakeBridge({
    'calls.get': () => ({
      ...ROW,
      ...{ answeredAtMs: ROW.startedAtMs, endedAtMs: null, accountCode: null },
      ...{ parties: [], legs: [], recordings },
    }),
  });
  const show = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <CallDetailsPane
          row={ROW}
          place={{ locale: 'en-GB', timeZone: 'UTC' }}
          takesFocus={false}
          onOpen={() => undefined}
          onClose={() => undefined}
        />
      </QueryClientProvider>,
    );
  show();
  expect(await screen.findByRole('button', { name: /^Play/ })).toBeDefined();
  cleanup();
  recordings = [];
  show();
  expect(await screen.findByText('There is no recording of this call that you may hear.')).toBeDefined();
});
