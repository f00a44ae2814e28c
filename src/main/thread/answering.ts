/** The other end of an `AskedThread`: questions are answered one after the other, so that a flood of them takes one core. */
import { parentPort } from 'node:worker_threads';

export interface ThreadTask<Question> {
  readonly number: number;
  readonly question: Question;
}

export type ThreadReply<Answer> =
  | { readonly number: number; readonly answer: Answer }
  /** `code`: as SQLite or the system says it, or empty. */
  | { readonly number: number; readonly failure: string; readonly code: string };

/**
 * Called once, by the entry of a thread. `onAsked` is told of each question as it comes, while others are before it. Throws where the file
 * runs as anything else.
 */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
  onAsked?: (question: Question) => void,
): void {
  if (!parentPort) throw new Error('This file runs as a worker thread.');
  const port = parentPort;
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ number, question }: ThreadTask<Question>) => {
    onAsked?.(question);
    last = last.then(() => toReply(number, question, answer)).then((reply) => port.postMessage(reply));
  });
}

async function toReply<Question, Answer>(
  number: number,
  question: Question,
  answer: (question: Question) => Answer | Promise<Answer>,
): Promise<ThreadReply<Answer>> {
  try {
    return { number, answer: await answer(question) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { number, failure: error instanceof Error ? error.message : String(error), code };
  }
}
