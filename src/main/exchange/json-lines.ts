/** On which lines of a JSON text its entries begin: the parser knows values only, and an error needs its line. */

/** For each member of the outermost object the lines of what its list holds, or of the value itself where that is no list. */
type EntryLines = ReadonlyMap<string, readonly number[]>;

const OPEN = '[{';
const CLOSE = ']}';

/** The text must be JSON of which the outermost value is an object; of a member that is there twice the last counts, as in JSON.parse. */
export function findEntryLines(text: string): EntryLines {
  const lines = new Map<string, number[]>();
  let line = 1;
  let depth = 0;
  let member = '';
  let isList = false;
  // Where a value may begin: after a colon, a comma or an opening bracket.
  let isStart = false;
  let lastText = '';
  const begin = () => {
    if (isStart && ((depth === 1 && !isList) || (depth === 2 && isList))) lines.get(member)?.push(line);
    isStart = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') line += 1;
    else if (char === '"') {
      const end = findStringEnd(text, at);
      if (depth === 1 && !isStart) lastText = text.slice(at, end + 1);
      begin();
      at = end;
    } else if (char === ':' && depth === 1) {
      member = String(JSON.parse(lastText));
      lines.set(member, []);
      isStart = true;
      isList = false;
    } else if (OPEN.includes(char)) {
      if (depth === 1 && char === '[') isList = true;
      else begin();
      depth += 1;
      isStart = isList && depth === 2;
    } else if (CLOSE.includes(char)) {
      depth -= 1;
      isStart = false;
    } else if (char === ',') isStart = isList && depth === 2;
    else if (!/\s/.test(char)) begin();
  }
  return lines;
}

/** The place of the closing quote of the string that begins at `start`. */
function findStringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** The line of a place in a text, from 1. */
export function toLine(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
