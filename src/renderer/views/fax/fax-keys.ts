/** The keys of the fax view. */

export type FaxCommand =
  'first' | 'previous' | 'next' | 'last' | 'zoomIn' | 'zoomOut' | 'fitWidth' | 'turnRight' | 'print';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const PLAIN: Readonly<Partial<Record<string, FaxCommand>>> = {
  Home: 'first',
  PageUp: 'previous',
  PageDown: 'next',
  End: 'last',
  r: 'turnRight',
  R: 'turnRight',
};

/** + and = are one key on many keyboards. */
const WITH_CTRL: Readonly<Partial<Record<string, FaxCommand>>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fitWidth',
  p: 'print',
  P: 'print',
};

/** Arrows are left to what scrolls. */
export function findFaxCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): FaxCommand | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return Object.hasOwn(WITH_CTRL, key) ? WITH_CTRL[key] : undefined;
  return !shiftKey && Object.hasOwn(PLAIN, key) ? PLAIN[key] : undefined;
}
