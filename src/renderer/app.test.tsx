import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '../shared/contract';
import type { SignedIn } from '../shared/model';
import type { FolderInspection } from '../shared/source-model';
import { AppError } from '../shared/errors';
import { PLAIN_READING } from '../shared/source-reading';
import { App } from './app';
import type { Answers } from './fake-bridge.test-support';
import { setFakeBridge } from './fake-bridge.test-support';
import { startLanguage } from './i18n/i18n';
import { SIGNED_IN } from './signed-in.test-fixture';
import { queryClient } from './status';
// Read ahead: made from their sources, they would come later than a test waits for.
import './views/first-run/first-run';
import './views/shell/shell';

const ann: SignedIn = { ...SIGNED_IN, view: 'administrator' };

const found: FolderInspection = {
  archiveDir: '/archive',
  filesLooked: 12,
  isWhole: true,
  systems: [{ reader: 'freepbx', files: 12 }],
  fromMs: Date.UTC(2026, 0, 1),
  untilMs: Date.UTC(2026, 1, 1),
  understoodShare: 1,
  examples: [],
  suggestedTimeZone: 'Europe/Berlin',
};

function open(stage: Status['stage'], answers: Answers = {}, change: Partial<Status> = {}) {
  const status: Status = {
    stage,
    version: '0',
    platform: 'linux',
    proposesSample: false,
    hasSample: true,
    signedIn: stage === 'signed-in' ? ann : null,
    notices: [],
    ...change,
  };
  const program = { status };
  const bridge = setFakeBridge({
    'system.status': () => program.status,
    'recordings.list': () => ({ rows: [], nextCursor: null }),
    'recordings.count': () => ({ count: 0, isExact: true }),
    ...answers,
  });
  render(
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>,
  );
  return { bridge, program, user: userEvent.setup() };
}

describe('the window', () => {
  beforeAll(() => {
    startLanguage();
    // What jsdom lacks of a browser.
    Object.assign(navigator, { mediaSession: { setActionHandler: vi.fn() } });
    window.matchMedia = vi.fn().mockReturnValue({ matches: false, addEventListener: vi.fn() });
  });
  beforeEach(() => queryClient.clear());
  afterEach(cleanup);

  it('leads from a folder to the list, and tells the rules for the password before it is refused', async () => {
    const { bridge, user } = open('first-run', {
      'setup.inspect': () => found,
      'setup.complete': () => ({ signedIn: ann, samplePeople: [] }),
    });
    await user.type(await screen.findByLabelText('Or type the path of the folder'), '/archive');
    await user.click(screen.getByRole('button', { name: 'Look into it' }));
    expect(await screen.findByText('12 files')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByText(/At least 10 characters/)).toBeDefined();
    await user.type(screen.getByLabelText('Name of your organisation'), 'Org');
    await user.type(screen.getByLabelText('Your name'), 'Ann');
    await user.type(screen.getByLabelText('Sign-in name'), 'ann');
    await user.type(screen.getByLabelText('Password'), 'too short');
    expect(screen.getByText('Still 1 character too short.')).toBeDefined();
    const finish = screen.getByRole('button', { name: 'Open the archive' });
    expect(finish).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('Password'), ' no more');
    await user.click(finish);
    expect(await screen.findByRole('searchbox', { name: 'Search recordings' })).toBeDefined();
    expect(bridge.asked.find((one) => one.method === 'setup.complete')?.input).toEqual({
      archiveDir: '/archive',
      timeZone: 'Europe/Berlin',
      reading: PLAIN_READING,
      organisation: 'Org',
      administrator: { name: 'Ann', signInName: 'ann', password: 'too short no more' },
    });
  });

  it('goes on after a lock where the same person was, with what he had not saved, and shows none of it meanwhile', async () => {
    const writer: SignedIn = { ...ann, profileAccess: 'write' };
    const profile = { revision: 1, name: 'Ann Miller', signInName: 'ann', email: '', extensions: [] };
    const { bridge, program, user } = open(
      'signed-in',
      {
        'profile.get': () => profile,
        'session.lock': () => null,
        'session.signOut': () => null,
        'session.unlock': () => writer,
        'session.signIn': () => writer,
      },
      { signedIn: writer },
    );
    const turn = (stage: Status['stage']) => {
      program.status = { ...program.status, stage, signedIn: stage === 'signed-in' ? writer : null };
      act(() => bridge.emit('session.ended', { reason: stage === 'locked' ? 'locked' : 'signed-out' }));
    };
    await user.type(await screen.findByRole('searchbox', { name: 'Search recordings' }), 'plumber');
    await user.click(screen.getByRole('button', { name: 'Profile' }));
    await user.type(await screen.findByLabelText('E-mail'), 'ann@example.org');
    turn('locked');
    expect(await screen.findByRole('heading', { name: 'Locked' })).toBeDefined();
    expect(document.body.innerHTML).not.toContain('ann@example.org');
    program.status = { ...program.status, stage: 'signed-in', signedIn: writer };
    await user.type(screen.getByLabelText('Password'), 'her password{Enter}');
    expect(await screen.findByDisplayValue('ann@example.org')).toBeDefined();
    expect(screen.getByText('There are unsaved changes.')).toBeDefined();
    expect(screen.getByDisplayValue('plumber')).toBeDefined();
    // Signing out forgets it.
    turn('locked');
    await screen.findByRole('heading', { name: 'Locked' });
    turn('signed-out');
    await user.type(await screen.findByLabelText('Sign-in name'), 'ann');
    program.status = { ...program.status, stage: 'signed-in', signedIn: writer };
    await user.type(screen.getByLabelText('Password'), 'her password{Enter}');
    expect(await screen.findByRole('searchbox', { name: 'Search recordings' })).toHaveProperty('value', '');
    expect(screen.queryByDisplayValue('ann@example.org')).toBeNull();
  });

  it('says why a folder cannot be opened, and stays where another can be chosen', async () => {
    const { user } = open('first-run', {
      'setup.inspect': () => {
        throw new AppError('unavailable', 'folder-empty', 'empty');
      },
    });
    await user.type(await screen.findByLabelText('Or type the path of the folder'), '/empty');
    await user.click(screen.getByRole('button', { name: 'Look into it' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'nothing in this folder that Hearback can read',
    );
    expect(screen.getByRole('button', { name: /Choose folder/ })).toBeDefined();
  });

  it('opens the proposed sample in two presses, showing its passwords between them', async () => {
    const answers: Answers = {
      'setup.openSample': () => ({
        signedIn: ann,
        samplePeople: [
          { name: 'Ann Miller', signInName: 'ann', password: 'lusab-babad', role: 'Administrator' },
        ],
      }),
    };
    const { bridge, program, user } = open('first-run', answers, { proposesSample: true });
    await user.click(await screen.findByRole('button', { name: 'Open the sample archive' }));
    expect(await screen.findByText('lusab-babad')).toBeDefined();
    // The archive is read meanwhile, and its administrator is signed in: what is shown once stays all the same.
    program.status = { ...program.status, stage: 'signed-in', signedIn: ann };
    bridge.emit('library.changed', null);
    await waitFor(() => expect(queryClient.getQueryData(['status'])).toMatchObject({ stage: 'signed-in' }));
    expect(screen.getByText('lusab-babad')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Sign in as Ann' }));
    expect(await screen.findByRole('searchbox', { name: 'Search recordings' })).toBeDefined();
  });

  it('says what to do after a wrong password, and keeps nothing of it', async () => {
    const { user } = open('signed-out', {
      'session.signIn': ({ password }) => {
        if (password === 'right') return ann;
        throw new AppError('forbidden', 'wrong-credentials', 'no');
      },
    });
    await user.type(await screen.findByLabelText('Sign-in name'), 'ann');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Name or password is wrong');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
    await user.type(screen.getByLabelText('Password'), 'right{Enter}');
    expect(await screen.findByRole('searchbox', { name: 'Search recordings' })).toBeDefined();
  });

  it('lets nobody further who must choose a password of his own', async () => {
    const { user, bridge } = open(
      'signed-in',
      { 'session.changePassword': () => null },
      {
        signedIn: { ...ann, mustChangePassword: true },
      },
    );
    await user.type(await screen.findByLabelText('Present password'), 'given to me');
    await user.type(screen.getByLabelText('New password'), 'my own words');
    expect(bridge.asked.some((one) => one.method === 'recordings.list')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByRole('searchbox', { name: 'Search recordings' })).toBeDefined();
  });

  it('shows nothing of the archive any more once the session has ended', async () => {
    const { bridge, program } = open('signed-in');
    await screen.findByRole('searchbox', { name: 'Search recordings' });
    program.status = { ...program.status, stage: 'signed-out', signedIn: null };
    act(() => bridge.emit('session.ended', { reason: 'deactivated' }));
    expect(await screen.findByText(/Your account was closed/)).toBeDefined();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('goes back to the sign-in when a call is refused because nobody is signed in', async () => {
    let isSignedIn = true;
    const { program, user } = open('signed-in', {
      'recordings.list': () => {
        if (isSignedIn) return { rows: [], nextCursor: null };
        throw new AppError('signed-out', 'signed-out', 'signed out');
      },
    });
    const search = await screen.findByRole('searchbox', { name: 'Search recordings' });
    isSignedIn = false;
    program.status = { ...program.status, stage: 'signed-out', signedIn: null };
    await user.type(search, 'a');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Sign in' })).toBeDefined());
  });
});
