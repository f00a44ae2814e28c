// Made-up calls: who, when, with whom, in scripts and hours that phone systems meet. What a system makes of them is another file's matter.
import { between, pick, seededRandom } from '../sample/random.mjs';

/**
 * @typedef {object} ChanceCall
 * @property {number} index
 * @property {number} startMs UTC, whole seconds, no two the same
 * @property {'inbound' | 'outbound' | 'internal'} direction
 * @property {string} ext the station that recorded
 * @property {string} extName
 * @property {string} other number of the other side; another extension for an internal call
 * @property {string} otherName
 * @property {string | null} group
 * @property {string} line
 * @property {string | null} account
 * @property {number} lengthMs
 */

const NAMES = [
  'Anna Schmidt',
  'Claire Lefèvre',
  'Søren Ørsted',
  'Fa. "Krause & Söhne", Einkauf',
  'Иван Петров',
  '田中 太郎',
  'محمد علي',
  'Ελένη Παππά',
  "O'Brien; Ltd.",
  'Zoë 🌿 Gärten',
  'de la Cruz, José',
];

/**
 * @param {string} seed
 * @param {number} count
 * @returns {ChanceCall[]} in order of time
 */
export function makeCalls(seed, count) {
  const random = seededRandom(seed);
  const firstMs = Date.UTC(2024, 0, 8, 6);
  const stepMs = Math.floor((700 * 86_400_000) / count / 1000) * 1000;
  return Array.from({ length: count }, (_, index) => {
    const direction = pick(random, /** @type {const} */ (['inbound', 'inbound', 'outbound', 'internal']));
    const ext = String(between(random, 201, 239));
    const outside =
      pick(random, ['+4930', '+33142', '0049211', '0171', '+1212555', '+48221']) +
      String(between(random, 1_000_000, 9_999_999));
    const other = direction === 'internal' ? String(between(random, 240, 269)) : outside;
    return {
      index,
      startMs:
        index % 40 === 7
          ? clockChangeMs(index, count)
          : firstMs + index * stepMs + between(random, 0, stepMs / 1000 - 2) * 1000,
      direction,
      ext,
      extName: `Agent ${ext}`,
      other,
      otherName: pick(random, NAMES),
      group: random() < 0.3 ? pick(random, ['600', '601', '700', '701']) : null,
      line: pick(random, ['4989200300', '4989200301', '4989200302']),
      account: random() < 0.3 ? String(between(random, 4000, 4020)) : null,
      lengthMs: between(random, 20, 60) * 5,
    };
  }).sort((a, b) => a.startMs - b.startMs);
}

/** Hours around the nights in which clocks of Europe and America are set. @param {number} index @param {number} count */
function clockChangeMs(index, count) {
  const nights = [
    Date.UTC(2024, 9, 27),
    Date.UTC(2025, 2, 30),
    Date.UTC(2024, 10, 3, 4),
    Date.UTC(2025, 2, 9, 5),
  ];
  const night = nights[index % nights.length] ?? 0;
  return night + Math.floor((index / count) * 4 * 3600) * 1000 + (index % 7) * 1000;
}
