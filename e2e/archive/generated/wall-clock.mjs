// The wall clock of a zone, by the runtime's own calendar.

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {number} ms
 * @param {string} zone
 */
export function toWall(ms, zone) {
  let format = formats.get(zone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    day8: `${year}${month}${day}`,
    time6: `${hour}${minute}${second}`,
    text: `${year}-${month}-${day} ${hour}:${minute}:${second}`,
  };
}

/**
 * What a clock without a zone tells of a moment: the first of two where the hour occurred twice.
 * @param {number} ms
 * @param {string} zone
 */
export function toTold(ms, zone) {
  const { text } = toWall(ms, zone);
  const earlier = ms - 3_600_000;
  const isSecond = toWall(earlier, zone).text === text;
  return { ms: isSecond ? earlier : ms, isDoubtful: isSecond || toWall(ms + 3_600_000, zone).text === text };
}

/** `2024-03-05T14:30:15+01:00`. @param {number} ms @param {string} zone */
export function toIsoWithOffset(ms, zone) {
  const wall = toWall(ms, zone);
  const asUtc = Date.parse(`${wall.text.replace(' ', 'T')}Z`);
  const minutes = Math.round((asUtc - ms) / 60_000);
  const size = Math.abs(minutes);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${wall.text.replace(' ', 'T')}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
