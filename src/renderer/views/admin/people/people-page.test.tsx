import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../../shared/model';
import { AppError } from '../../../../shared/errors';
import type { PersonDetails } from '../../../../shared/people';
import type { Answers } from '../../../fake-bridge.test-support';
import { setFakeBridge } from '../../../fake-bridge.test-support';
import { startLanguage } from '../../../i18n/i18n';
import { queryClient } from '../../../status';
import { AdminPage } from '../admin-pages';
import { ADMINISTRATOR, answersOf, makeProgram, STANDARD, toTestPerson } from '../admin.test-fixture';

async function openPerson(person: PersonDetails, signedIn: SignedIn = ADMINISTRATOR, answers: Answers = {}) {
  const program = makeProgram([toTestPerson('Ada'), person]);
  const bridge = setFakeBridge({ ...answersOf(program), ...answers });
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="people" signedIn={signedIn} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: person.name }));
  await screen.findByRole('heading', { name: 'Which call recordings' });
  return { program, bridge, user };
}

const savesOf = (bridge: { asked: readonly { method: string }[] }) =>
  bridge.asked.filter((one) => one.method === 'people.save');
const nameField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const numbersField = () =>
  screen.getByRole<HTMLInputElement>('textbox', { name: 'Replay recordings for others' });
const switchOf = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

beforeAll(startLanguage);
beforeEach(() => queryClient.clear());
afterEach(cleanup);

describe('a setting whose gate is closed', () => {
  it('is greyed with the reason, keeps its value, and opens again with its gate', async () => {
    const { user, bridge } = await openPerson(toTestPerson('Ben', { replayAll: true, replayOthers: '201' }));
    const all = switchOf('Replay all recordings');
    expect(all.disabled).toBe(true);
    expect(all.checked).toBe(true);
    const reason = /Has no effect while ‘Enable Media Manager Replay’ is off/;
    expect(document.getElementById(all.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(reason);
    expect(numbersField().value).toBe('201');

    await user.click(switchOf(/^Enable Media Manager Replay/));
    expect(all.disabled).toBe(false);
    // Still closed by the next gate, which is now the one that is named.
    expect(numbersField().disabled).toBe(true);
    expect(screen.getAllByText(/while ‘Replay own recordings’ is off/).length).toBeGreaterThan(0);

    await user.click(screen.getByRole('button', { name: 'Save person' }));
    await screen.findByText('Saved.');
    expect(savesOf(bridge)[0]).toMatchObject({
      input: { revision: 1, person: { settings: { replay: true, replayAll: true, replayOthers: '201' } } },
    });
  });

  it('tells of an agent that the organisation decides', async () => {
    await openPerson({ ...toTestPerson('Ben', { replay: true, replayAll: true }), profile: 'agent' });
    expect(switchOf('Replay all recordings').disabled).toBe(true);
    expect(screen.getAllByText(/Has no effect for an agent/).length).toBeGreaterThan(0);
  });
});

describe('the list of other numbers', () => {
  it('is counted, refused as it stands when it is too long, and never cut', async () => {
    const { user, bridge } = await openPerson(toTestPerson('Ben', { replay: true, replayOwn: true }));
    const tooLong = '20155;'.repeat(21) + '20';
    await user.click(numbersField());
    await user.paste(tooLong);
    expect(tooLong).toHaveLength(128);
    expect(numbersField().value).toBe(tooLong);
    expect(screen.getByText('128 of 127 characters')).toBeDefined();
    expect(screen.getByText(/128 characters, and 127 are the most/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Save person' }));
    expect(savesOf(bridge)).toEqual([]);
    expect(screen.getByText(/Something cannot be saved like this/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(numbersField()));
    expect(numbersField().value).toBe(tooLong);

    await user.keyboard('{End}{Backspace}');
    expect(screen.getByText('127 of 127 characters')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Save person' }));
    await screen.findByText('Saved.');
    expect(savesOf(bridge)[0]).toMatchObject({
      input: { person: { settings: { replayOthers: tooLong.slice(0, -1) } } },
    });
  });

  it('says what each number means, and warns where it is two things', async () => {
    const { user } = await openPerson(toTestPerson('Ben', { replay: true, replayOwn: true }));
    await user.type(numbersField(), ' 201;;700;2* ');
    const meanings = within(screen.getByRole('list', { name: 'What the numbers mean' })).getAllByRole(
      'listitem',
    );
    expect(meanings.map((item) => item.textContent.replace(/[\u2068\u2069]/g, ''))).toEqual([
      expect.stringMatching(/^201extension of Ada and line Tie line.*It is 2 things at once/),
      '700group Sales',
      expect.stringMatching(/^2\*No extension.*nothing is a wildcard/),
    ]);
  });
});

describe('a save that somebody else came before', () => {
  async function openStale() {
    const opened = await openPerson(toTestPerson('Ben', { replay: true }));
    const { program, user } = opened;
    await user.clear(nameField());
    await user.type(nameField(), 'Benjamin');
    program.people = program.people.map((one) =>
      one.name === 'Ben' ? { ...one, email: 'ben@example.org', revision: 2 } : one,
    );
    await user.click(screen.getByRole('button', { name: 'Save person' }));
    await screen.findByText(/Somebody else saved this person/);
    return opened;
  }

  it('keeps what was typed, says what the other changed, and waits for a choice', async () => {
    await openStale();
    expect(nameField().value).toBe('Benjamin');
    expect(screen.getByText('ben@example.org')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Save person' })).toHaveProperty('disabled', true);
  });

  it('puts both edits together on a press, and saves them on another', async () => {
    const { user, bridge } = await openStale();
    await user.click(screen.getByRole('button', { name: 'Put my changes on the new state' }));
    await user.click(screen.getByRole('button', { name: 'Save person' }));
    await screen.findByText('Saved.');
    expect(savesOf(bridge).at(-1)).toMatchObject({
      input: { revision: 2, person: { name: 'Benjamin', email: 'ben@example.org' } },
    });
  });

  it('shows the other state where one’s own is dropped', async () => {
    const { user } = await openStale();
    await user.click(screen.getByRole('button', { name: 'Drop my changes' }));
    expect(nameField().value).toBe('Ben');
    expect(screen.queryByText(/Somebody else saved this person/)).toBeNull();
  });

  it('shows at once what somebody else saves while nothing is typed', async () => {
    const { program, bridge } = await openPerson(toTestPerson('Ben'));
    program.people = program.people.map((one) =>
      one.name === 'Ben' ? { ...one, name: 'Bernard', revision: 2 } : one,
    );
    act(() => bridge.emit('library.changed', null));
    await waitFor(() => expect(nameField().value).toBe('Bernard'));
  });
});

describe('a person’s page', () => {
  it('keeps everything typed when the door refuses, and says why beside the field', async () => {
    const { user } = await openPerson(toTestPerson('Ben'), ADMINISTRATOR, {
      'people.save': () => {
        throw new AppError('conflict', 'extension-taken', 'taken', { extension: '201', name: 'Carla' });
      },
    });
    await user.type(nameField(), 'jamin');
    await user.click(screen.getByRole('button', { name: 'Save person' }));
    expect(await screen.findByText(/Somebody else has this extension in that period/)).toBeDefined();
    expect(screen.getByText(/Carla.* has this extension at the same time/)).toBeDefined();
    expect(nameField().value).toBe('Benjamin');
  });

  it('asks before unsaved changes are left, and stays where one stays', async () => {
    const { user } = await openPerson(toTestPerson('Ben'));
    await user.type(nameField(), 'jamin');
    await user.click(screen.getByRole('button', { name: 'Back: People' }));
    await user.click(await screen.findByRole('button', { name: 'Stay here' }));
    expect(nameField().value).toBe('Benjamin');
    await user.click(screen.getByRole('button', { name: 'Back: People' }));
    await user.click(await screen.findByRole('button', { name: 'Leave, lose changes' }));
    expect(await screen.findByRole('heading', { name: 'People' })).toBeDefined();
  });

  it('gives one of the Standard view nothing to save, and every value to read', async () => {
    await openPerson(toTestPerson('Ben', { replay: true, replayOwn: true, replayOthers: '201' }), STANDARD);
    for (const name of [/Save/, /Drop/, /Set a password/, /Add/, /Remove/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    expect(nameField().readOnly).toBe(true);
    const own = switchOf('Replay own recordings');
    expect(own.checked).toBe(true);
    await userEvent.click(own);
    expect(own.checked).toBe(true);
    expect(numbersField().value).toBe('201');
  });

  it('leaves who may sign in to those who may change security', async () => {
    await openPerson(toTestPerson('Ben'), { ...ADMINISTRATOR, mayChangeSecurity: false });
    expect(switchOf('Enable user portal').disabled).toBe(true);
    expect(switchOf('Active').disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Sign-in name' }).readOnly).toBe(true);
    expect(switchOf(/^Enable Media Manager Replay/).disabled).toBe(false);
    expect(screen.queryByRole('button', { name: /Set a password/ })).toBeNull();
  });

  it('shows a password that was set this once', async () => {
    const { user, bridge } = await openPerson(toTestPerson('Ben'), ADMINISTRATOR, {
      'people.setPassword': () => null,
    });
    await user.click(screen.getByRole('button', { name: 'Set a password …' }));
    await user.click(screen.getByRole('button', { name: 'Suggest one' }));
    const suggested = screen.getByLabelText<HTMLInputElement>('New password').value;
    expect(suggested).toMatch(/^([a-z]{5}-){3}[a-z]{5}$/);
    await user.click(screen.getByRole('button', { name: 'Set password' }));
    expect(await screen.findByText(suggested)).toBeDefined();
    expect(bridge.asked.at(-1)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(suggested)).toBeNull();
  });
});

it('a new person of profile nominee starts with that profile’s settings, and needs two names', async () => {
  const program = makeProgram([toTestPerson('Ada')]);
  const bridge = setFakeBridge(answersOf(program));
  render(
    <QueryClientProvider client={queryClient}>
      <AdminPage page="people" signedIn={ADMINISTRATOR} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'New person' }));
  await user.click(await screen.findByRole('radio', { name: /^Nominee/ }));
  await user.click(screen.getByRole('button', { name: 'Save person' }));
  expect(savesOf(bridge)).toEqual([]);
  expect(await screen.findByText(/A name is needed/)).toBeDefined();
  await user.type(nameField(), 'Nia');
  await user.type(screen.getByRole('textbox', { name: 'Sign-in name' }), 'nia');
  await user.click(screen.getByRole('button', { name: 'Save person' }));
  expect(await screen.findByRole('heading', { name: 'Nia' })).toBeDefined();
  expect(savesOf(bridge)[0]).toMatchObject({
    input: {
      userId: null,
      revision: null,
      person: { profile: 'nominee', settings: { replay: true, viewOutbound: true } },
    },
  });
});
