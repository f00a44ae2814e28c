/** The name under which a file waits in its folder while its recording is being deleted: no scan takes it for a recording. */

const PREFIX = '.hearback-deleting-';
/** Most file systems allow 255 bytes; some network drives fewer. */
const NAME_BYTES = 200;

/** `token`: random, of this delete. The file's own name is kept in it where there is room, for whoever finds it without the ledger. */
export function toStagingName(token: string, fileName: string): string {
  const whole = `${PREFIX}${token}-${fileName}`;
  return Buffer.byteLength(whole) <= NAME_BYTES ? whole : `${PREFIX}${token}`;
}

export function isStagingName(name: string): boolean {
  return name.startsWith(PREFIX);
}
