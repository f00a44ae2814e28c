/** What a handler is given, by the access class of its method, and the types that make a missing handler fail to compile. */
import type { Contract, MethodName, Output, ParsedInput } from '../../shared/contract';
import type { Library } from '../policy/library';
import type { Session } from '../session/session';
import type { Client } from './client';

export interface OpenCall<M extends MethodName> {
  readonly client: Client;
  readonly input: ParsedInput<M>;
}

export interface SignedInCall<M extends MethodName> extends OpenCall<M> {
  /** Good for this one call. */
  readonly session: Session;
  /** The catalog as this person may see it: a handler has no other, so it cannot go round the policy. */
  readonly library: Library;
}

/** Who may be nobody gets no session, by type: such a handler asks the sessions itself. */
type CallOf<M extends MethodName> = Contract[M]['access'] extends 'anyone' | 'own-session'
  ? OpenCall<M>
  : SignedInCall<M>;

export type Handler<M extends MethodName> = (call: CallOf<M>) => Output<M> | Promise<Output<M>>;

export type Handlers = { readonly [M in MethodName]: Handler<M> };

/** The handlers of one noun: `HandlersOf<'recordings'>` has `recordings.list` and all its like. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<MethodName, `${Noun}.${string}`>>;
