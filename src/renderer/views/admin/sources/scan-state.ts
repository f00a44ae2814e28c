/** What a scan is at. */
import type { ScanProgress } from '../../../../shared/source-model';

const RUNNING: ReadonlySet<ScanProgress['state']> = new Set(['waiting', 'surveying', 'reading', 'joining']);

export function isScanning(scan: ScanProgress): boolean {
  return RUNNING.has(scan.state);
}

/** 0…1, or null while nobody knows how much there is. */
export function toShare({ filesSeen, filesTotal }: ScanProgress): number | null {
  if (filesTotal === null || filesTotal === 0) return null;
  return Math.min(1, filesSeen / filesTotal);
}
