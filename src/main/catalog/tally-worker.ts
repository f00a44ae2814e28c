/** Entry of the thread that counts: one question after the other, with a connection of its own, so that no list waits. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCatalogForReading } from './database';
import { Tally } from './tally';
import type { TallyQuestion } from './tally-question';
import type { TallyReply, TallyThreadData } from './tally-thread';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;
const { catalogPath } = workerData as TallyThreadData;
const tally = new Tally(openCatalogForReading(catalogPath));

port.on('message', ({ number, question }: { number: number; question: TallyQuestion }) => {
  port.postMessage(toReply(number, question));
});

function toReply(number: number, question: TallyQuestion): TallyReply {
  try {
    return { number, answer: tally.answer(question) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { number, failure: error instanceof Error ? error.message : String(error), code };
  }
}
