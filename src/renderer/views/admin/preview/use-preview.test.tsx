import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../../../../shared/contract';
import { AppError } from '../../../../shared/errors';
import type { ActionCounts, PersonEffect } from '../../../../shared/preview';
import type { Answers } from '../../../fake-bridge.test-support';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient, useStatus } from '../../../status';
import { ADMINISTRATOR } from '../admin.test-fixture';
import { usePreview } from './use-preview';

const status: Status = {
  stage: 'signed-in',
  version: '0',
  platform: 'linux',
  proposesSample: false,
  hasSample: false,
  signedIn: ADMINISTRATOR,
  notices: [],
};
const NONE: ActionCounts = { list: 0, download: 0, delete: 0, seeScreen: 0, readTranscript: 0 };
const effectOn = (name: string, gained: number | null, lost: number | null): PersonEffect => ({
  userId: name,
  name,
  gained: gained === null ? null : { ...NONE, list: gained, download: gained },
  lost: lost === null ? null : { ...NONE, list: lost },
  gainedSamples: [],
  lostSamples: [],
});

beforeAll(() => startLanguage());
beforeEach(() => queryClient.clear());
afterEach(cleanup);

function Page({ onSave }: { readonly onSave: () => void }) {
  const preview = usePreview();
  const isReady = useStatus().isSuccess;
  const change = { method: 'groups.remove', input: { groupId: 'g1' } } as const;
  return (
    <>
      <button type="button" disabled={!isReady} onClick={() => preview.before(change, onSave)}>
        Save
      </button>
      {preview.dialog}
    </>
  );
}

async function save(answer: Answers['policy.preview'], signedIn = ADMINISTRATOR) {
  const bridge = setFakeBridge({
    'system.status': () => ({ ...status, signedIn }),
    ...(answer ? { 'policy.preview': answer } : {}),
  });
  const saves: string[] = [];
  render(
    <QueryClientProvider client={queryClient}>
      <Page onSave={() => saves.push('saved')} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
  await waitFor(() => expect(button.disabled).toBe(false));
  await user.click(button);
  return { bridge, saves, user };
}

describe('before a change of rights is saved', () => {
  it('it is told who gains and loses what, and saved only once that is wanted', async () => {
    const { saves, user } = await save(() => ({ people: [effectOn('Ann', 312, 4)], touched: 1 }));
    const sentence = await screen.findByText(/gains 312 recordings and loses 4 recordings/);
    expect(sentence.textContent).toContain('Ann');
    expect(saves).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Go on editing' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(saves).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Save this change' }));
    expect(saves).toEqual(['saved']);
  });

  it('several people are told in a table, and who was not counted is said to be', async () => {
    await save(() => ({ people: [effectOn('Ann', 3, 0), effectOn('Ben', null, null)], touched: 2 }));
    await screen.findByText('2 people are concerned.');
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(
      expect.arrayContaining(['Ann30', 'Bennot countednot counted']),
    );
  });

  it('of what may be deleted it is said that holds and locks still keep it', async () => {
    const gained = { ...NONE, delete: 7 };
    const effect = { ...effectOn('Ann', 0, 0), gained };
    await save(() => ({ people: [effect], touched: 1 }));
    await screen.findByRole('row', { name: 'deleted, once no hold and no lock keeps them 7 0' });
    screen.getByText(/As long as one keeps it, nobody can delete it/);
  });

  it('nothing is asked where nobody gains or loses anything', async () => {
    const { saves } = await save(() => ({ people: [], touched: 1 }));
    await waitFor(() => expect(saves).toEqual(['saved']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('what the save would be refused for is left to the save to say', async () => {
    const { saves } = await save(() => {
      throw new AppError('conflict', 'stale-edit', 'Somebody else has saved.');
    });
    await waitFor(() => expect(saves).toEqual(['saved']));
  });

  it('where counting fails, it is said, and saving without knowing is a choice', async () => {
    const { saves, user } = await save(() => {
      throw new AppError('internal', 'internal', 'Something broke.');
    });
    await screen.findByText('What this change brings could not be counted.');
    expect(saves).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save without knowing' }));
    expect(saves).toEqual(['saved']);
  });

  it('who is no administrator saves without being told of recordings that are not his', async () => {
    const { bridge, saves } = await save(undefined, { ...ADMINISTRATOR, view: 'standard' });
    expect(saves).toEqual(['saved']);
    expect(bridge.asked.map((one) => one.method)).not.toContain('policy.preview');
  });
});
