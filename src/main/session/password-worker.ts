/** Entry of the thread that hashes passwords, one after the other: a flood of sign-ins takes one core and 64 MiB, not all. */
import { answerQuestions } from '../thread/answering';
import type { PasswordTask } from './password-thread';
import { hashPassword, verifyPassword } from './passwords';

// What a library throws crosses as its message alone, which never holds the password.
answerQuestions<PasswordTask, string | boolean>((task) =>
  task.kind === 'hash' ? hashPassword(task.password) : verifyPassword(task.password, task.passwordHash),
);
