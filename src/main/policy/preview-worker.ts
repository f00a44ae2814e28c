/** Entry of the thread that counts what changes of rights would bring, with a connection of its own, so that nobody waits for it. */
import { workerData } from 'node:worker_threads';
import { openCatalogForReading } from '../catalog/database';
import { answerQuestions } from '../thread/answering';
import type { PreviewQuestion } from './preview-count';
import { PreviewCounter } from './preview-count';

const { catalogPath } = workerData as { readonly catalogPath: string };
const counter = new PreviewCounter(openCatalogForReading(catalogPath));

answerQuestions((question: PreviewQuestion) => counter.count(question));
