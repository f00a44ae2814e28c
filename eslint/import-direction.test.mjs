import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { findProblem } from './import-direction.mjs';

describe('import direction', () => {
  it.each([
    ['src/main/door/dispatch.ts', '../policy/library'],
    ['src/main/door/handlers/people.ts', '../../ledger/people'],
    ['src/main/door/media.ts', '../archive/media/ranges'],
    ['src/main/policy/library.ts', '../catalog/recordings'],
    ['src/main/scanner/worker.ts', '../archive/readers/freepbx'],
    ['src/main/catalog/database.ts', '../sqlite/database'],
    ['src/main/index.ts', './catalog/database'],
    ['src/main/index.ts', 'electron'],
    ['src/main/sqlite/database.ts', 'better-sqlite3'],
    ['src/main/archive/safe-path.ts', 'node:path'],
    ['src/renderer/views/library/list.tsx', '../../client'],
    ['src/renderer/views/library/list.tsx', '../../ui/button'],
    ['src/renderer/client.ts', '../shared/contract'],
    ['src/shared/contract.ts', 'zod'],
  ])('lets %s import %s', (filePath, specifier) => {
    expect(findProblem(filePath, specifier)).toBeUndefined();
  });

  it.each([
    ['src/main/door/dispatch.ts', '../catalog/recordings', 'src/main/policy'],
    ['src/main/door/handlers/people.ts', '../../catalog/recordings', 'src/main/policy'],
    ['src/main/door/dispatch.ts', '../archive/safe-path', 'src/main/index.ts'],
    ['src/main/policy/library.ts', '../ledger/people', 'Viewer'],
    ['src/main/archive/readers/freepbx.ts', '../../catalog/recordings', 'src/main/scanner'],
    ['src/main/catalog/recordings.ts', '../ledger/people', 'src/main/policy'],
    ['src/main/door/dispatch.ts', 'electron', 'plain Node'],
    ['src/main/ledger/people.ts', 'better-sqlite3', 'src/main/sqlite/database.ts'],
    ['src/main/ledger/database.ts', 'node:sqlite', 'Node 18'],
    ['src/renderer/views/library/list.tsx', '../../../main/policy/library', 'src/renderer/client.ts'],
    ['src/renderer/client.ts', 'node:fs', 'through the door'],
    ['src/renderer/ui/button.tsx', '../client', 'src/renderer/views'],
    ['src/renderer/ui/button.tsx', '../../shared/model', 'src/renderer/views'],
    ['src/shared/model.ts', '../main/log', 'pure'],
    ['src/preload/index.ts', '../main/log', 'src/shared'],
    ['src/main/log.ts', 'react', 'src/renderer'],
  ])('refuses that %s imports %s, and names %s', (filePath, specifier, named) => {
    expect(findProblem(filePath, specifier)?.data['instead']).toContain(named);
  });

  it('refuses a folder that has no layer yet', () => {
    expect(findProblem('src/main/index.ts', './attic/things')?.messageId).toBe('outside');
  });

  it('is part of the lint of this project', async () => {
    const eslint = new ESLint();
    const config = await eslint.calculateConfigForFile('src/main/door/dispatch.ts');
    expect(config.rules['hearback/import-direction']).toEqual([2]);
  });
});
