/** Ids of people, groups and sources: drawn at random, so that none is ever used twice and none says anything. */
import { randomBytes } from 'node:crypto';

/** 16 hex digits. */
export function drawRowId(): string {
  return randomBytes(8).toString('hex');
}
