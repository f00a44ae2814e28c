/** Entry of the thread that counts: one question after the other, with a connection of its own, so that no list waits. */
import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../thread/answering';
import { openCatalogForReading } from './database';
import { Tally } from './tally';
import type { TallyQuestion } from './tally-question';
import type { TallyThreadData } from './tally-thread';

const { catalogPath } = workerData as TallyThreadData;
const tally = new Tally(openCatalogForReading(catalogPath));

answerQuestions((question: TallyQuestion) => tally.answer(question));
