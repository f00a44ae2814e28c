// Holds what a scan knows of the files of a source against the disk: nothing may be dropped, and nothing counted twice.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { readHealth } from '../catalog/health';
import type { Archive } from './scan.test-support';

/** Fails where files on disk are not exactly recordings, what belongs to them, call history, and findings; health must count the same. */
export function expectAccount(archive: Archive): void {
  const onDisk = readdirSync(archive.dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(archive.dir, name)).isFile())
    .map((name) => name.split(path.sep).join('/'));
  const rows = archive.rows();
  const recordings = rows.map((row) => row.path);
  const attached = rows.flatMap((row) => row.sidecars);
  const histories = archive.db
    .all<{ path: string }>('SELECT path FROM call_history_file')
    .map((file) => file.path);
  const known = new Set([...recordings, ...attached, ...histories]);
  const others = new Set(
    archive.findings().flatMap((finding) => (known.has(finding.path) ? [] : [finding.path])),
  );
  // A finding about a whole folder or source is about no file.
  const files = new Set(onDisk);
  const otherFiles = [...others].filter((at) => files.has(at));
  expect([...recordings, ...attached, ...histories, ...otherFiles].sort()).toEqual([...onDisk].sort());
  expect(readHealth(archive.db, 1).files).toEqual({
    seen: onDisk.length,
    recordings: recordings.length,
    attached: attached.length,
    histories: histories.length,
    others: otherFiles.length,
  });
}
