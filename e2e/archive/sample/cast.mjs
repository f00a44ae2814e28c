// Who speaks in the sample archive: invented people of an invented company, and its invented customers.
// Numbers outside the company come from the ranges that regulators keep for films and books.

/**
 * How espeak-ng is told to sound.
 * @typedef {{ readonly voice: string, readonly speed: number, readonly pitch: number }} Voice
 * @typedef {{ readonly name: string, readonly signInName: string, readonly extension: string | null,
 *   readonly german: Voice, readonly english: Voice }} Colleague
 * @typedef {{ readonly name: string, readonly number: string, readonly voice: Voice }} Customer
 */

export const COMPANY = 'Marrowby Home Supplies';
export const TIME_ZONE = 'Europe/Berlin';

export const LINES = [
  { number: '4989200300', name: 'Main number' },
  { number: '4989200301', name: 'Accounts and warehouse' },
  { number: '4989200320', name: 'Sales hotline' },
];

export const GROUPS = [
  { name: 'Sales', extension: '700', members: ['ben', 'priya', 'dave', 'tomasz'] },
  { name: 'Support', extension: '600', members: ['carla', 'grace', 'jonas', 'lena'] },
];

/**
 * @param {string} voice
 * @param {number} speed words a minute
 * @param {number} pitch 0…99
 * @returns {Voice}
 */
const voiceOf = (voice, speed, pitch) => ({ voice, speed, pitch });

/**
 * @param {string} name
 * @param {string | null} extension
 * @param {string} accent
 * @param {string} variant
 * @param {number} speed
 * @param {number} pitch
 * @returns {Colleague}
 */
function colleague(name, extension, accent, variant, speed, pitch) {
  const signInName = (name.split(' ')[0] ?? name).toLowerCase();
  const english = voiceOf(`${accent}+${variant}`, speed, pitch);
  return { name, signInName, extension, english, german: voiceOf(`de+${variant}`, speed - 5, pitch) };
}

export const COLLEAGUES = [
  colleague('Ada Winter', '212', 'en-gb-x-rp', 'f2', 168, 52),
  colleague('Ben Castellan', '201', 'en-gb', 'm3', 172, 44),
  colleague('Carla Okonjo', '205', 'en-us', 'f3', 170, 50),
  colleague('Dave Lindqvist', '203', 'en-us', 'm1', 176, 40),
  colleague('Erin Vale', null, 'en-gb', 'f1', 170, 50),
  colleague('Priya Raman', '202', 'en-gb', 'f4', 178, 56),
  colleague('Tomasz Kowal', '204', 'en-gb-x-gbclan', 'm4', 168, 38),
  colleague('Grace Adeyemi', '206', 'en-gb-x-rp', 'f5', 166, 48),
  colleague('Jonas Hartwig', '207', 'en-us', 'm6', 170, 46),
  colleague('Lena Brandt', '208', 'en-us', 'f2', 172, 58),
  colleague('Omar Haddad', '209', 'en-gb', 'm2', 164, 36),
  colleague('Sofia Marek', '210', 'en-gb', 'f3', 174, 54),
  colleague('Finn Jansen', '211', 'en-gb-scotland', 'm7', 170, 42),
];

/** @param {string} extension @returns {Colleague} */
export function colleagueAt(extension) {
  const found = COLLEAGUES.find((one) => one.extension === extension);
  if (!found) throw new Error(`Nobody has extension ${extension}`);
  return found;
}

/**
 * @param {string} name
 * @param {string} number
 * @param {string} voice
 * @param {number} speed
 * @param {number} pitch
 * @returns {Customer}
 */
const customer = (name, number, voice, speed, pitch) => ({
  name,
  number,
  voice: voiceOf(voice, speed, pitch),
});

export const CUSTOMERS = [
  customer('Harriet Nolan', '+442079460123', 'en-gb+f2', 162, 46),
  customer('Desmond Pike', '+442079460418', 'en-gb-x-gbcwmd+m2', 158, 34),
  customer('Ingrid Solberg', '03023125417', 'en-gb-scotland+f4', 168, 60),
  customer('Malcolm Frayne', '04066969112', 'en-gb-scotland+m3', 172, 40),
  customer('Yvonne Tandy', '06990009233', 'en-029+f3', 164, 52),
  customer('Roger Elwood', '+12125550147', 'en-us+m4', 170, 38),
  customer('Beatrice Quill', '+12125550162', 'en-us+f5', 178, 58),
  customer('Stanley Orme', '02214710088', 'en-gb+m7', 156, 30),
  customer('Nadia Ferris', '01713920041', 'en-us+f1', 182, 62),
  customer('Conrad Bly', '08999998214', 'en-029+m5', 166, 42),
  customer('Philippa Dunmore', '+441632960517', 'en-gb-x-rp+f3', 160, 48),
  customer('Winston Agate', '+441632960733', 'en-029+m2', 164, 36),
  customer('Tessa Crane', '017604069012', 'en-gb+f5', 176, 64),
  customer('Gordon Hale', '03023125880', 'en-gb-x-gbclan+m1', 168, 44),
  customer('Lucinda Marsh', '06990009871', 'en-us+f4', 172, 54),
  customer('Bernard Stokes', '04066969540', 'en-us+m8', 160, 32),
];

export const GERMAN_CUSTOMERS = [
  customer('Sabine Köhler', '08999998301', 'de+f3', 165, 54),
  customer('Jürgen Weißmüller', '03023125066', 'de+m4', 160, 38),
  customer('Anneliese Groß', '02214710345', 'de+f4', 156, 48),
];
