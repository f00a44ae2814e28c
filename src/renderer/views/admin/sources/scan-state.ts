/** What a scan is at. */
import type { ScanProgress } from '../../../../shared/source-model';

const RUNNING: ReadonlySet<ScanProgress['state']> = new Set(['waiting', 'surveying', 'reading', 'joining']);

export function isScanning(scan: ScanProgress): boolean {
  return RUNNING.has(scan.state);
}

const MINUTE_MS = 60_000;

/** As exactly as an estimate deserves: tens of seconds below two minutes, then minutes. */
export function toRoughMs(leftMs: number): number {
  const step = leftMs < 1.75 * MINUTE_MS ? MINUTE_MS / 6 : MINUTE_MS;
  return Math.max(step, Math.round(leftMs / step) * step);
}

/** 0…1, or null while nobody knows how much there is. */
export function toShare({ filesSeen, filesTotal }: ScanProgress): number | null {
  if (filesTotal === null || filesTotal === 0) return null;
  return Math.min(1, filesSeen / filesTotal);
}
