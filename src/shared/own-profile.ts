/** A person as he may see himself, on his own page and in the walk at his first sign-in. */

export interface OwnProfile {
  /** A save names the one that was read. */
  readonly revision: number;
  readonly name: string;
  readonly signInName: string;
  readonly email: string;
  /** Seconds, from inclusive, until exclusive; null is open. They are given by an administrator, never by oneself. */
  readonly extensions: readonly {
    readonly extension: string;
    readonly fromSec: number | null;
    readonly untilSec: number | null;
  }[];
}

/** A person's own name for a number, for himself alone. */
export interface PersonalName {
  readonly number: string;
  readonly name: string;
}

export const PERSONAL_NAMES_AT_MOST = 2000;
