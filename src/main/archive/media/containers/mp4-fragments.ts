// The length of an MP4 that was written in fragments, as screen recorders do that stream: nobody went back to note it in
// front, so it is where the last fragment ends. Source: ISO/IEC 14496-12, section 8.8.
import type { FileBytes } from '../file-bytes';
import { findBox, listBoxes } from './mp4-boxes';
import type { Box } from './mp4-boxes';

/** Samples of one run that are added up; a fragment holds a few seconds. */
const MAX_SAMPLES = 8000;

/** `scaleOf` gives a track's time scale by its number, 0 where there is no such track. */
export function readFragmentEndMs(file: FileBytes, moof: Box, scaleOf: (trackId: number) => number): number {
  let endMs = 0;
  for (const traf of listBoxes(file, moof.bodyOffset, moof.endOffset)) {
    if (traf.type !== 'traf') continue;
    const tfhd = findBox(file, traf, 'tfhd');
    const tfdt = findBox(file, traf, 'tfdt');
    if (tfhd === undefined || tfdt === undefined) continue;
    const { trackId, sampleDuration } = readTrackDefaults(file, tfhd);
    const scale = scaleOf(trackId);
    if (scale === 0) continue;
    let end = readStart(file, tfdt);
    for (const trun of listBoxes(file, traf.bodyOffset, traf.endOffset)) {
      if (trun.type === 'trun') end += readRun(file, trun, sampleDuration);
    }
    endMs = Math.max(endMs, (end * 1000) / scale);
  }
  return endMs;
}

function readTrackDefaults(file: FileBytes, tfhd: Box): { trackId: number; sampleDuration: number } {
  const body = file.readAt(tfhd.bodyOffset, 32);
  if (body.length < 8) return { trackId: 0, sampleDuration: 0 };
  const flags = body.readUInt32BE(0);
  // Optional fields in front of the duration: base offset (8 bytes), description index (4).
  const at = 8 + ((flags & 1) === 0 ? 0 : 8) + ((flags & 2) === 0 ? 0 : 4);
  const hasDuration = (flags & 8) !== 0 && at + 4 <= body.length;
  return { trackId: body.readUInt32BE(4), sampleDuration: hasDuration ? body.readUInt32BE(at) : 0 };
}

function readStart(file: FileBytes, tfdt: Box): number {
  const body = file.readAt(tfdt.bodyOffset, 12);
  if (body.length < 8) return 0;
  return body.readUInt8(0) === 1 && body.length === 12
    ? Number(body.readBigUInt64BE(4))
    : body.readUInt32BE(4);
}

/** Duration of one run of samples, in the track's scale. */
function readRun(file: FileBytes, trun: Box, sampleDuration: number): number {
  const body = file.readAt(trun.bodyOffset, Math.min(65_536, trun.endOffset - trun.bodyOffset));
  if (body.length < 8) return 0;
  const flags = body.readUInt32BE(0);
  const count = Math.min(MAX_SAMPLES, body.readUInt32BE(4));
  if ((flags & 0x100) === 0) return count * sampleDuration;
  // Each sample: duration, then size, flags and composition offset where the flags say so.
  const stride = 4 * (1 + ((flags >> 9) & 1) + ((flags >> 10) & 1) + ((flags >> 11) & 1));
  const first = 8 + ((flags & 1) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4);
  let total = 0;
  for (let sample = 0, at = first; sample < count && at + 4 <= body.length; sample += 1, at += stride) {
    total += body.readUInt32BE(at);
  }
  return total;
}
