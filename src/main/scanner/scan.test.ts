import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScanProgress } from '../../shared/source-model';
import { ArchiveFs } from '../archive/archive-fs';
import { toStagingName } from '../archive/staging-name';
import { removeDeleted } from './remove-deleted';
import { Archive, wav } from './scan.test-support';

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.close());

const DAY = '2024/03/05';
const CALL = `${DAY}/external-201-15550100-20240305-143015-1709645415.42.wav`;

function fill(count = 3): void {
  for (let n = 0; n < count; n += 1) {
    archive.write(`${DAY}/out-0123${n}-20${n}-20240305-12000${n}-170963640${n}.${n}.wav`);
  }
}

describe('an unchanged archive', () => {
  test('costs one question a folder and a history, and opens nothing', () => {
    fill();
    archive.write('log/Master.csv', cdr('1709636400.0', '200', '01230', '2024-03-05 11:00:00'));
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 3, filesSeen: 4 });
    const { end, counts } = archive.scanCounted();
    expect(end).toMatchObject({ state: 'done', recordings: 3, filesSeen: 4, filesTotal: 4 });
    // The source, four folders below it and the log's; one call history.
    expect(counts).toEqual({ folderReads: 0, folderStats: 5, fileStats: 1, fileOpens: 0 });
  });

  test('that was written to a moment ago is looked through again, but what is the same is not opened', () => {
    fill();
    archive.scan({ nowMs: Date.now });
    const { counts } = archive.scanCounted();
    expect(counts).toMatchObject({ fileStats: 3, fileOpens: 0 });
    expect(archive.scanCounted().counts.fileStats).toBe(0);
  });

  test('is read anew when everything is asked for', () => {
    fill();
    archive.scan();
    const before = archive.content();
    expect(archive.scanCounted({ everything: true }).counts.fileOpens).toBe(3);
    expect(archive.content()).toEqual(before);
    expect(archive.scanCounted().counts.fileOpens).toBe(0);
  });
});

describe('a change', () => {
  test('of the zone is taken in by whichever scan comes next, in every file and once', () => {
    fill();
    archive.scan();
    const opened = () => {
      const fs = new ArchiveFs();
      // The program that was told of the new zone has ended before its scan; this one is asked for what is new only.
      archive.scan({ fs }, { timeZone: 'America/New_York' });
      return fs.counts.fileOpens;
    };
    expect(archive.scan({ shouldStop: () => true }, { timeZone: 'America/New_York' }).state).toBe('stopped');
    expect(opened()).toBe(3);
    expect(opened()).toBe(0);
  });

  test('of a file is taken in, and only that file is read', () => {
    fill();
    archive.write(CALL, wav(1));
    archive.scan({ nowMs: Date.now });
    const id = archive.db.get('SELECT id FROM recording WHERE path = ?', [CALL]);
    archive.write(CALL, wav(3));
    expect(archive.scanCounted().counts.fileOpens).toBe(1);
    expect(archive.row(CALL).durationMs).toBe(3000);
    expect(archive.db.get('SELECT id FROM recording WHERE path = ?', [CALL])).toEqual(id);
  });

  test('a transcript or a screen recording that comes later joins its recording', () => {
    fill();
    archive.write(CALL);
    archive.scan();
    archive.write(CALL.replace('.wav', '.srt'), '1\n00:00:00,000 --> 00:00:01,000\nHello there\n');
    archive.write(CALL.replace('.wav', '.webm'), 'screen');
    expect(archive.scanCounted().end).toMatchObject({ state: 'done', recordings: 4, findings: 0 });
    expect(archive.row(CALL)).toMatchObject({ hasTranscript: 1, screenPath: CALL.replace('.wav', '.webm') });
  });

  test('a file that is gone stays listed as missing, and is there again when it is back', () => {
    fill();
    const filePath = archive.write(CALL);
    archive.scan();
    archive.move(filePath, `${archive.tempDir}/aside.wav`);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 4 });
    expect(
      archive
        .rows()
        .filter((row) => row.isMissing === 1)
        .map((row) => row.path),
    ).toEqual([CALL]);
    archive.move(`${archive.tempDir}/aside.wav`, filePath);
    archive.scan();
    expect(archive.row(CALL).isMissing).toBe(0);
  });

  test('so does all of a folder that is gone, with what lay below it', () => {
    fill();
    archive.write(`${DAY}/deep/er/call.wav`);
    archive.write('keep/call.wav');
    archive.write(`${DAY}/deep/notes.doc`, 'x');
    archive.scan();
    archive.move(path.join(archive.dir, '2024'), `${archive.tempDir}/aside`);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 5, findings: 0 });
    expect(archive.rows().map((row) => row.isMissing)).toEqual([1, 1, 1, 1, 0]);
    archive.move(`${archive.tempDir}/aside`, path.join(archive.dir, '2024'));
    expect(archive.scan()).toMatchObject({ recordings: 5, findings: 1 });
    expect(archive.rows().every((row) => row.isMissing === 0)).toBe(true);
  });

  test('what turns out to hold no sound leaves the list and becomes a finding', () => {
    archive.write(CALL);
    archive.scan();
    archive.write(CALL, wav(0));
    archive.scan({ everything: true });
    expect(archive.rows()).toEqual([]);
    expect(archive.findings()).toMatchObject([{ path: CALL, kind: 'empty' }]);
  });

  test('a finding about a file that is not read again is kept', () => {
    archive.write(CALL, wav(2).subarray(0, 20_000));
    archive.scan();
    expect(archive.findings()).toMatchObject([{ path: CALL, kind: 'cut-off' }]);
    archive.write(`${DAY}/other.wav`);
    expect(archive.scanCounted().counts.fileOpens).toBe(1);
    expect(archive.findings()).toMatchObject([{ path: CALL, kind: 'cut-off' }]);
    expect(archive.row(CALL).durationMs).toBeCloseTo(1247, 0);
  });
});

describe('a source that cannot be scanned', () => {
  test('says why, and loses nothing', () => {
    fill();
    archive.scan();
    const before = archive.rows();
    const missing = archive.scan({}, { archiveDir: path.join(archive.tempDir, 'none') });
    expect(missing).toMatchObject({ state: 'failed', failure: { reason: 'volume-away' }, recordings: 0 });
    const asFile = archive.scan({}, { archiveDir: archive.catalogPath });
    expect(asFile.failure?.reason).toBe('folder-is-file');
    mkdirSync(path.join(archive.tempDir, 'empty'));
    const empty = archive.scan({}, { archiveDir: path.join(archive.tempDir, 'empty') });
    expect(empty.failure?.reason).toBe('volume-away');
    expect(archive.scan({}, { timeZone: 'Nowhere/Else' }).failure?.reason).toBe('zone-unknown');
    expect(archive.rows()).toEqual(before);
  });

  test('that never was one is missing or empty', () => {
    expect(archive.scan({}, { archiveDir: path.join(archive.tempDir, 'none') }).failure?.reason).toBe(
      'folder-missing',
    );
    expect(archive.scan().failure?.reason).toBe('folder-empty');
  });

  test('a volume that goes away in the middle fails the scan and marks nothing missing', () => {
    fill(20);
    archive.write('2024/03/06/call.wav');
    archive.scan();
    const before = archive.rows();
    const end = archive.scan({ everything: true, fs: new VanishingFs(archive.dir, 10) });
    expect(end).toMatchObject({ state: 'failed', failure: { reason: 'volume-away' } });
    expect(archive.rows()).toEqual(before);
    renameSync(`${archive.dir}.away`, archive.dir);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 21 });
    expect(archive.rows()).toEqual(before);
  });

  test('an empty folder left where a volume was mounted is not taken for deleted files', () => {
    fill();
    archive.scan();
    const before = archive.rows();
    const end = archive.scan({ everything: true, fs: new VanishingFs(archive.dir, 1, true) });
    expect(end).toMatchObject({ state: 'failed', failure: { reason: 'volume-away' } });
    expect(archive.rows()).toEqual(before);
    rmSync(archive.dir, { recursive: true });
    renameSync(`${archive.dir}.away`, archive.dir);
  });

  test('a full disk of the catalog fails the scan, and the next one goes on once there is room', () => {
    for (let n = 0; n < 3000; n += 1)
      archive.write(`${n % 7}/external-201-0171-20240305-143015-1709645415.${n}.wav`, wav(0.01));
    const pages = archive.db.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    archive.db.get(`PRAGMA max_page_count = ${pages + 300}`);
    expect(archive.scan()).toMatchObject({ state: 'failed', failure: { reason: 'disk-full' } });
    archive.db.get('PRAGMA max_page_count = 1073741823');
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 3000 });
    expect(archive.db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  });

  test('a folder that cannot be read is a finding, keeps its recordings, and is tried again', () => {
    fill();
    archive.write('locked/call.wav');
    archive.scan();
    const end = archive.scan({ everything: true, fs: new LockedFs('locked') });
    expect(end).toMatchObject({ state: 'done', recordings: 4 });
    expect(archive.findings()).toMatchObject([{ path: 'locked', kind: 'unreadable' }]);
    expect(archive.row('locked/call.wav').isMissing).toBe(0);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 4, findings: 0 });
  });
});

describe('a scan that is stopped', () => {
  test('keeps what it has, and the next one goes on from there', () => {
    for (let n = 0; n < 30; n += 1) archive.write(`${n}/call.wav`);
    let asked = 0;
    const end = archive.scan({ shouldStop: () => (asked += 1) > 60 });
    expect(end).toMatchObject({ state: 'stopped', failure: null });
    expect(end.recordings).toBeGreaterThan(5);
    expect(end.recordings).toBeLessThan(30);
    const { end: rest, counts } = archive.scanCounted();
    expect(rest).toMatchObject({ state: 'done', recordings: 30 });
    expect(counts.fileOpens).toBe(30 - end.recordings);
  });

  test('in one folder of very many files goes on behind the last part', () => {
    for (let n = 0; n < 60; n += 1) archive.write(`all/${n}.wav`);
    let asked = 0;
    archive.scan({ shouldStop: () => (asked += 1) > 40 });
    const { end, counts } = archive.scanCounted();
    expect(end).toMatchObject({ state: 'done', recordings: 60 });
    expect(counts.fileOpens).toBeLessThan(30);
  });

  test('reports no more than five times a second, and each state', () => {
    fill();
    archive.scan();
    expect(archive.reports.map((progress) => progress.state)).toEqual([
      'surveying',
      'joining',
      'reading',
      'done',
    ]);
  });
});

describe('what is told of a scan that runs', () => {
  /** Each question for the time takes `stepMs`. */
  function scanSlowly(stepMs: number): ScanProgress[] {
    let atMs = Date.now() + 3_600_000;
    archive.scan({ nowMs: () => (atMs += stepMs) });
    return archive.reports;
  }

  test('time left is told once enough was read, and never of what is over', () => {
    for (let n = 0; n < 40; n += 1) archive.write(`${n % 4}/${n}.wav`);
    const reports = scanSlowly(150);
    const told = reports.filter((progress) => progress.leftMs !== null);
    expect(told.length).toBeGreaterThan(3);
    for (const { state, filesSeen, filesTotal, perSecond, leftMs } of told) {
      expect(state).toBe('reading');
      const filesLeft = (filesTotal ?? 0) - filesSeen;
      expect(filesLeft).toBeGreaterThan(0);
      // Half a file a second either way is what rounding the rate makes.
      expect((leftMs ?? 0) / 1000).toBeGreaterThan(filesLeft / (perSecond + 0.5) - 1);
    }
    const first = reports.findIndex((progress) => progress.state === 'reading');
    expect(reports[first]).toMatchObject({ leftMs: null });
    expect(reports.at(-1)).toMatchObject({ state: 'done', leftMs: null });
  });

  test('a quick scan tells no time left', () => {
    for (let n = 0; n < 40; n += 1) archive.write(`${n}.wav`);
    scanSlowly(1);
    expect(archive.reports.every((progress) => progress.leftMs === null)).toBe(true);
  });
});

describe('hostile folders', () => {
  test('links are followed nowhere', () => {
    fill(1);
    mkdirSync(path.join(archive.tempDir, 'secret'));
    writeFileSync(path.join(archive.tempDir, 'secret/call.wav'), wav());
    symlinkSync(path.join(archive.tempDir, 'secret'), path.join(archive.dir, 'folder'), 'junction');
    symlinkSync(path.join(archive.tempDir, 'secret/call.wav'), path.join(archive.dir, 'file.wav'));
    symlinkSync(archive.dir, path.join(archive.dir, '2024/loop'), 'junction');
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 1, findings: 3, filesSeen: 4 });
    expect(archive.findings().map((finding) => finding.path)).toEqual(['2024/loop', 'file.wav', 'folder']);
  });

  test('a recording that is deleted at whatever moment of a scan is not brought back by it', () => {
    let moments = 0;
    for (let at = 1; at <= Math.max(1, moments); at += 1) {
      archive.close();
      archive = new Archive();
      fill();
      archive.scan();
      const [first] = archive.rows();
      let asked = 0;
      const takeDeleted = () => {
        asked += 1;
        if (asked !== at || !first) return [];
        rmSync(path.join(archive.dir, first.path));
        removeDeleted(archive.db, archive.source.sourceId, [first.path]);
        return [first.path];
      };
      archive.scan({ everything: true, takeDeleted });
      moments = asked;
      const there = archive.rows().map((row) => row.path);
      expect(there, `moment ${String(at)}`).not.toContain(first?.path);
      expect(there).toHaveLength(2);
    }
    expect(moments).toBeGreaterThan(6);
  });

  test('a file that waits to be removed by a delete is neither a recording nor a finding', () => {
    fill(1);
    archive.write(`${DAY}/${toStagingName('0123', 'call.wav')}`);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 1, findings: 0, filesSeen: 1 });
  });

  test.skipIf(process.platform !== 'linux')(
    'a name that is no text is a finding, its neighbours are listed',
    () => {
      fill(1);
      const folder = Buffer.from(`${archive.dir}/${DAY}/`);
      writeFileSync(Buffer.concat([folder, Buffer.from([0x61, 0xff, 0xfe]), Buffer.from('.wav')]), wav());
      archive.write(`${DAY}/line\nfeed \u202Egnp.wav`);
      archive.write(`${DAY}/${'ü'.repeat(120)}.wav`);
      expect(archive.scan()).toMatchObject({ state: 'done', recordings: 3, findings: 1, filesSeen: 4 });
      expect(archive.findings()).toMatchObject([{ kind: 'unsafe-name' }]);
    },
  );

  test('a folder deeper than any archive is not entered', () => {
    archive.write(`${'d/'.repeat(60)}call.wav`);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 0, findings: 1 });
  });

  test('files of any content are listed or found, and none ends the scan', () => {
    const contents = [
      '',
      'RIFF',
      'RIFF\0\0\0\0WAVE',
      '\0'.repeat(5000),
      'ID3',
      'OggS',
      '<html>',
      '\xff\xfb\x90',
    ];
    contents.forEach((content, n) => {
      for (const extension of ['wav', 'mp3', 'ogg', 'gsm', 'tif', 'webm', 'json', 'srt', 'txt', 'csv']) {
        archive.write(`x/${n}-${extension}.${extension}`, content);
      }
    });
    const end = archive.scan();
    expect(end).toMatchObject({ state: 'done', filesSeen: contents.length * 10 });
    expect(end.recordings + end.findings).toBeGreaterThanOrEqual(contents.length * 10);
  });

  test('a time that cannot be one is a finding', () => {
    const filePath = archive.write('old.wav');
    utimesSync(filePath, new Date(-1e12), new Date(-1e12));
    expect(statSync(filePath).mtimeMs).toBeLessThan(0);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 0, findings: 1 });
  });
});

/** A line of cdr-csv, in UTC. */
function cdr(uniqueId: string, from: string, called: string, at: string): string {
  const fields = [
    '',
    from,
    called,
    'x',
    `"Ann" <${from}>`,
    'PJSIP/a-1',
    'PJSIP/b-2',
    'Dial',
    'x',
    at,
    at,
    at,
  ];
  const quoted = fields.map((field) => `"${field.replaceAll('"', '""')}"`);
  return `${[...quoted, '9', '9', '"ANSWERED"', '"DOCUMENTATION"', `"${uniqueId}"`, '""'].join(',')}\n`;
}

/** The archive's folder is taken away after so many files were looked at, as an unplugged disk is. */
class VanishingFs extends ArchiveFs {
  constructor(
    private readonly archiveDir: string,
    private left: number,
    private readonly leavesEmptyFolder = false,
  ) {
    super();
  }

  override findFile(filePath: string): ReturnType<ArchiveFs['findFile']> {
    this.left -= 1;
    if (this.left === 0) {
      renameSync(this.archiveDir, `${this.archiveDir}.away`);
      if (this.leavesEmptyFolder) mkdirSync(this.archiveDir);
    }
    return super.findFile(filePath);
  }
}

/** The tests may run as an administrator, to whom no folder is closed. */
class LockedFs extends ArchiveFs {
  constructor(private readonly name: string) {
    super();
  }

  override readFolder(folderPath: string): ReturnType<ArchiveFs['readFolder']> {
    if (path.basename(folderPath) !== this.name) return super.readFolder(folderPath);
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  }
}
