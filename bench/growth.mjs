// Draws how each line grows with the archive, log-log, from bench/results/*.json that are named by their rows, into docs/pictures/growth.svg, and prints the slopes.
// A slope of 0 does not grow at all, 1 grows as the archive does.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const RESULTS = new URL('results/', import.meta.url);
const PICTURE = new URL('../docs/pictures/growth.svg', import.meta.url);
const BOX = { left: 64, top: 20, width: 560, height: 380 };
const COLOURS = ['#0a58c2', '#b3261e', '#176639', '#7a4b00', '#6a1b9a', '#00838f', '#5d4037', '#37474f'];

/** The lines that are drawn, by the beginning of what they are called. */
const DRAWN = [
  ['first page', /^first page, viewer c$/],
  ['first page, few and old', /^first page, viewer c_stale$/],
  ['page behind the middle', /^page behind row .*, viewer c$/],
  ['exact count', /^exact count, viewer c, first time$/],
  ['count by day', /^count by day, viewer c$/],
  ['search, common word', /^search: common word, viewer c$/],
  ['search, rare word, few rights', /^search: rare word, viewer c_sparse$/],
  ['part of a number', /^part of a number: 0170100, viewer c$/],
];

const runs = readdirSync(RESULTS)
  .filter((name) => /^(?:growth-)?\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, RESULTS), 'utf8')))
  .sort((a, b) => a.options.rows - b.options.rows);
if (runs.length < 2)
  throw new Error('At least two runs are needed: npm run bench -- --rows N --name growth-N');

const curves = DRAWN.map(([label, pattern], n) => {
  const points = runs.flatMap(({ options, outcomes }) => {
    const found = outcomes.find(({ what }) => pattern.test(what));
    return found?.ours > 0 ? [{ rows: options.rows, ms: found.ours }] : [];
  });
  return { label, points, colour: COLOURS[n % COLOURS.length], slope: toSlope(points) };
}).filter(({ points }) => points.length > 1);

for (const { label, slope, points } of curves) {
  const times = points.map(({ rows, ms }) => `${rows.toLocaleString('en')}: ${ms.toFixed(2)} ms`).join(', ');
  console.log(`${label.padEnd(32)} slope ${slope.toFixed(2).padStart(5)}   ${times}`);
}
writeFileSync(PICTURE, draw());

/** Of the straight line nearest to the points, in logarithms. */
function toSlope(points) {
  const logs = points.map(({ rows, ms }) => [Math.log(rows), Math.log(ms)]);
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function draw() {
  const rows = runs.map(({ options }) => options.rows);
  const times = curves.flatMap(({ points }) => points.map(({ ms }) => ms));
  const bounds = {
    x: [Math.log10(Math.min(...rows)), Math.log10(Math.max(...rows))],
    y: [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))],
  };
  const share = (value, [from, until]) => (Math.log10(value) - from) / (until - from);
  const x = (value) => BOX.left + share(value, bounds.x) * BOX.width;
  const y = (value) => BOX.top + (1 - share(value, bounds.y)) * BOX.height;
  const text = (at, content, anchor = 'middle') =>
    `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}">${content}</text>`;
  const gridX = rows.map(
    (value) => `<line x1="${x(value)}" x2="${x(value)}" y1="${BOX.top}" y2="${BOX.top + BOX.height}"/>`,
  );
  const ticks = Array.from({ length: bounds.y[1] - bounds.y[0] + 1 }, (_, n) => 10 ** (bounds.y[0] + n));
  const gridY = ticks.map(
    (value) => `<line x1="${BOX.left}" x2="${BOX.left + BOX.width}" y1="${y(value)}" y2="${y(value)}"/>`,
  );
  const lines = curves.map(({ points, colour }) => {
    const path = points.map((point) => `${x(point.rows).toFixed(1)},${y(point.ms).toFixed(1)}`);
    const dots = points.map(
      (point) => `<circle cx="${x(point.rows)}" cy="${y(point.ms)}" r="3" fill="${colour}"/>`,
    );
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
  });
  const legend = curves.map(({ label, colour, slope }, n) => {
    const at = BOX.top + 14 + n * 22;
    const left = BOX.left + BOX.width + 20;
    return `<rect x="${left}" y="${at - 10}" width="12" height="12" fill="${colour}"/>${text([left + 18, at], `${label} (slope ${slope.toFixed(2)})`, 'start')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 460" font-family="sans-serif" font-size="13" role="img" aria-label="Time of each question by the number of recordings, both in logarithms">
<rect width="960" height="460" fill="#ffffff"/>
<g stroke="#d9dbe0">${gridX.join('')}${gridY.join('')}</g>
<g fill="#1b1d21">${rows.map((value) => text([x(value), BOX.top + BOX.height + 20], value.toLocaleString('en'))).join('')}
${ticks.map((value) => text([BOX.left - 8, y(value) + 4], `${value} ms`, 'end')).join('')}
${text([BOX.left + BOX.width / 2, BOX.top + BOX.height + 46], 'recordings in the archive')}
${legend.join('\n')}</g>
${lines.join('\n')}
</svg>
`;
}
