// Tells whether headerless 16-bit sound is one channel or two interleaved, which MixMonitor's option D writes under the
// same name.
//
// [Note: two channels in raw sound] Sound of one channel is the same for even and for odd samples: over any stretch both
// carry the same energy. Two interleaved channels are two talkers, and mostly one of them is silent. So the measure is
// how far the energies of even and odd samples part, stretch by stretch, weighted by the energy. One channel of speech,
// music or noise measures under 0.1; two talkers 0.5 to 1. The one exception in one channel is a pure tone at a quarter
// of the sampling rate, where all energy may fall on the even samples; there neighbours of the same parity differ more
// than neighbours in line, which in two interleaved channels of sound is the other way round. Two channels that hold the
// same samples are told by pairs: first and second of a pair are equal, second and next first are not (again but for that
// one tone, which is never smooth).
import type { FileBytes } from '../file-bytes';

const PROBES = 24;
/** 256 ms of two channels; few enough bytes to be cheap, long enough that a low voice has its periods in it. */
const PROBE_BYTES = 8192;
/** Samples in one stretch: 32 ms, shorter than a syllable. */
const STRETCH_SAMPLES = 512;
const ENERGY_PARTING = 0.3;
/** Mean square below which a stretch is silence and tells nothing. */
const SILENCE = 16 * 16;

interface Measure {
  energy: number;
  parting: number;
  /** Squared differences: within pairs, between pairs, and between samples of the same parity. */
  inPair: number;
  betweenPairs: number;
  sameParity: number;
}

/** Looks at up to 24 places; true only where the two halves are clearly different channels. */
export function isTwoChannelRaw(file: FileBytes): boolean {
  if (file.sizeBytes % 4 !== 0 || file.fileName.slice(-4).toLowerCase() !== '.raw') return false;
  const measure: Measure = { energy: 0, parting: 0, inPair: 0, betweenPairs: 0, sameParity: 0 };
  const step = Math.max(PROBE_BYTES, Math.ceil(file.sizeBytes / PROBES / 4) * 4);
  for (let offset = 0; offset < file.sizeBytes; offset += step)
    addProbe(measure, file.readAt(offset, PROBE_BYTES));
  if (measure.energy === 0) return false;
  const isPartedByEnergy = measure.parting > ENERGY_PARTING * measure.energy;
  const isSmoothByParity = measure.sameParity < measure.inPair + measure.betweenPairs;
  const isPaired = measure.inPair < 0.1 * measure.betweenPairs && measure.betweenPairs < measure.energy / 2;
  return (isPartedByEnergy && isSmoothByParity) || isPaired;
}

function addProbe(measure: Measure, bytes: Buffer): void {
  const samples = bytes.length >> 1;
  for (let from = 0; from + STRETCH_SAMPLES <= samples; from += STRETCH_SAMPLES)
    addStretch(measure, bytes, from * 2);
}

function addStretch(measure: Measure, bytes: Buffer, start: number): void {
  let even = 0;
  let odd = 0;
  let inPair = 0;
  let betweenPairs = 0;
  let sameParity = 0;
  let lastEven = bytes.readInt16LE(start);
  let lastOdd = bytes.readInt16LE(start + 2);
  for (let at = start + 4; at < start + STRETCH_SAMPLES * 2; at += 4) {
    const first = bytes.readInt16LE(at);
    const second = bytes.readInt16LE(at + 2);
    even += first * first;
    odd += second * second;
    inPair += (first - second) ** 2;
    betweenPairs += (lastOdd - first) ** 2;
    sameParity += (first - lastEven) ** 2 + (second - lastOdd) ** 2;
    lastEven = first;
    lastOdd = second;
  }
  if (even + odd < SILENCE * STRETCH_SAMPLES) return;
  measure.energy += even + odd;
  measure.parting += Math.abs(even - odd);
  measure.inPair += inPair;
  measure.betweenPairs += betweenPairs;
  measure.sameParity += sameParity;
}
