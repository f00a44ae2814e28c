/**
 * The one door. In this order: known method, sender's session, access class, input, handler, `Result`. Windows and the command
 * line come in here, and nothing else does.
 */
import type { MethodName } from '../../shared/contract';
import { contract } from '../../shared/contract';
import type { Result } from '../../shared/errors';
import { AppError } from '../../shared/errors';
import type { Library } from '../policy/library';
import type { Session } from '../session/session';
import { requireAccess } from './access';
import type { Handlers, OpenCall, SignedInCall } from './calls';
import type { Client } from './client';
import type { Failures } from './failures';
import { invalidInput, parseInput } from './input';

export interface DoorParts {
  readonly handlers: Handlers;
  /** The session of this client at this moment. Throws AppError where nobody is signed in, or not quite. */
  currentSession(client: Client): Session;
  openLibrary(session: Session): Library;
  /** Before a call runs: the moment to put into the trail what has waited until the person goes on. */
  beforeCall(session: Session, method: MethodName): void;
  /** A call was refused for want of a right. */
  onRefused(session: Session, method: MethodName): void;
  readonly failures: Failures;
}

/** The longest input that is read, in characters: a list of 5,000 lines with their names fits. */
const MAX_INPUT_LENGTH = 4 * 1024 * 1024;

export class Door {
  readonly #parts: DoorParts;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /** As `dispatch`, with text on both sides, as it crosses from a page or a terminal. Never rejects. */
  async dispatchJson(client: Client, method: unknown, inputJson: unknown): Promise<string> {
    const result = await this.#toResult(client, method, () =>
      this.#run(client, method, parseJson(inputJson)),
    );
    try {
      return JSON.stringify(result);
    } catch (error) {
      const shape = this.#parts.failures.toShape(error, String(method));
      return JSON.stringify({ ok: false, error: shape } satisfies Result<never>);
    }
  }

  /** Never rejects: whatever goes wrong becomes a `Result`, and what nobody expected is logged. */
  dispatch(client: Client, method: unknown, input: unknown): Promise<Result<unknown>> {
    return this.#toResult(client, method, () => this.#run(client, method, input));
  }

  async #toResult(client: Client, method: unknown, run: () => Promise<unknown>): Promise<Result<unknown>> {
    const during = isMethod(method) ? `${client.kind}: ${method}` : `${client.kind}: unknown method`;
    const { failures } = this.#parts;
    try {
      return { ok: true, value: await failures.retryAfterFullDisk(run) };
    } catch (error) {
      return { ok: false, error: failures.toShape(error, during) };
    }
  }

  async #run(client: Client, method: unknown, input: unknown): Promise<unknown> {
    if (!isMethod(method)) {
      throw new AppError(
        'invalid-input',
        'unknown-method',
        'There is no such call. `methods` on the command line lists all.',
      );
    }
    const { access } = contract[method];
    const isOpen = access === 'anyone' || access === 'own-session';
    const session = isOpen ? undefined : this.#parts.currentSession(client);
    if (!session) return await this.#call(method, { client, input: parseInput(method, input) });
    try {
      requireAccess(access, session.viewer.serviceRights, client.kind);
      const parsed = parseInput(method, input);
      this.#parts.beforeCall(session, method);
      return await this.#call(method, {
        client,
        input: parsed,
        session,
        library: this.#parts.openLibrary(session),
      });
    } catch (error) {
      if (error instanceof AppError && error.reason === 'forbidden') this.#parts.onRefused(session, method);
      throw error;
    }
  }

  #call(method: MethodName, call: OpenCall<MethodName> | SignedInCall<MethodName>): unknown {
    // TypeScript cannot follow that one name picks the handler and the input; `Handlers` has held them together.
    const handle = this.#parts.handlers[method] as (given: typeof call) => unknown;
    return handle(call);
  }
}

function isMethod(method: unknown): method is MethodName {
  return typeof method === 'string' && Object.hasOwn(contract, method);
}

function parseJson(inputJson: unknown): unknown {
  if (typeof inputJson !== 'string') throw invalidInput('The input is no text.');
  if (inputJson.length > MAX_INPUT_LENGTH) throw invalidInput('The input is too long.');
  try {
    return JSON.parse(inputJson);
  } catch {
    // The parser's own message repeats the input; what was sent is the sender's to look at.
    throw invalidInput('The input is no JSON.');
  }
}
