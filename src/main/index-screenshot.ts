/** `--screenshot FILE.png`: sets the sample archive up through the door, waits for its list, and saves what the window shows. */
import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import type { Contract, Input, MethodName, Output } from '../shared/contract';
import { AppError } from '../shared/errors';
import type { Client } from './door/client';
import type { Program } from './program';

const LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** The list is told of the last commits of a scan within a second, and reads itself anew. */
const LIST_SETTLES_AFTER_MS = 1500;

/** Rejects with the reason, in words for a terminal. */
export async function takeScreenshot(
  filePath: string,
  program: Program,
  client: Client,
  window: BrowserWindow,
): Promise<void> {
  const untilMs = Date.now() + LIMIT_MS;
  await ask(program, client, 'setup.openSample', {});
  window.webContents.reload();
  await waitFor('the scan to end', untilMs, async () => {
    const sources = await ask(program, client, 'sources.list', {});
    const last = sources[0]?.lastScan;
    if (last?.state === 'failed')
      throw new Error(`The scan failed: ${last.failure?.message ?? 'no reason given'}`);
    return last?.state === 'done';
  });
  await new Promise((resolve) => setTimeout(resolve, LIST_SETTLES_AFTER_MS));
  await waitFor('the list to be painted', untilMs, async () => {
    const ready: unknown = await window.webContents.executeJavaScript(
      'document.documentElement.dataset.ready',
    );
    return ready === 'list';
  });
  const picture = await window.webContents.capturePage();
  if (picture.isEmpty()) throw new Error('The window gave an empty picture.');
  await writeFile(filePath, picture.toPNG());
}

async function ask<M extends MethodName>(
  program: Program,
  client: Client,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const result = await program.door.dispatch(client, method, input);
  if (!result.ok)
    throw new AppError(result.error.code, result.error.reason, `${method}: ${result.error.message}`);
  // The contract says what this method answers; the dispatcher holds its handler to it.
  return result.value as NonNullable<Contract[M]['output']> as Output<M>;
}

async function waitFor(what: string, untilMs: number, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (Date.now() > untilMs) throw new Error(`Waited too long for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
