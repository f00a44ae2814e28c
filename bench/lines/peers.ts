/**
 * The same questions asked of PostgreSQL with row-level security, on the same rows: first page, exact count and count by day, for every
 * viewer. Needs PostgreSQL's own programs; where the bench runs as root, the server runs as nobody.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench';
import { PAGE, scopesOf, toLibraries } from '../data/libraries';
import { writeTable } from '../data/plain-tables';
import type { Outcome } from '../result';
import { timed, toTimes } from '../timed';

const POSTGRES_DIR = '/usr/lib/postgresql';
/** A server that counts for seconds has been measured enough by then. */
const ROUNDS = 7;
/** Rows that a server of its own takes in within some minutes. */
const ROWS_MAX = 1_000_000;

export async function measurePeers(bench: Bench): Promise<Outcome[]> {
  const what = 'PostgreSQL with row-level security';
  const binDir = findPrograms();
  if (!binDir) return [{ line: 1, what, absent: 'PostgreSQL is not installed' }];
  if (bench.rows > ROWS_MAX)
    return [{ line: 1, what, absent: `only up to ${ROWS_MAX.toLocaleString('en')} rows` }];
  const server = new Server(binDir, path.join(bench.dir, 'postgres'));
  try {
    server.start();
    fill(server, bench);
    return await compare(server, bench);
  } finally {
    server.stop();
  }
}

function findPrograms(): string | undefined {
  if (!existsSync(POSTGRES_DIR)) return undefined;
  const [version] = readdirSync(POSTGRES_DIR).sort().reverse();
  return version === undefined ? undefined : path.join(POSTGRES_DIR, version, 'bin');
}

class Server {
  readonly #binDir: string;
  readonly #dir: string;

  constructor(binDir: string, dir: string) {
    this.#binDir = binDir;
    this.#dir = dir;
  }

  start(): void {
    mkdirSync(this.#dir, { recursive: true });
    // The server is another user's where the bench is root's.
    for (let dir = this.#dir; dir !== path.dirname(dir) && dir.startsWith('/tmp/'); dir = path.dirname(dir))
      chmodSync(dir, 0o777);
    this.#run('initdb', ['-D', `${this.#dir}/data`, '-U', 'bench', '--auth=trust', '--no-sync']);
    const options = `-k ${this.#dir} -c listen_addresses= -c fsync=off -c shared_buffers=1GB -c work_mem=256MB`;
    this.#run('pg_ctl', ['-D', `${this.#dir}/data`, '-w', '-l', `${this.#dir}/log`, '-o', options, 'start']);
  }

  stop(): void {
    this.#run('pg_ctl', ['-D', `${this.#dir}/data`, '-m', 'immediate', 'stop']);
    execFileSync('rm', ['-rf', this.#dir]);
  }

  /** What psql prints. */
  ask(sql: string, input?: string): string {
    const args = [
      '-h',
      this.#dir,
      '-U',
      'bench',
      '-d',
      'postgres',
      '-qAt',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      sql,
    ];
    return execFileSync(path.join(this.#binDir, 'psql'), args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      ...(input === undefined ? {} : { input }),
    });
  }

  #run(program: string, args: readonly string[]): void {
    const command = [path.join(this.#binDir, program), ...args];
    const [first = '', ...rest] =
      process.getuid?.() === 0
        ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', ...command]
        : command;
    const { status, stderr } = spawnSync(first, rest, {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  }
}

const TABLES = `
  CREATE TABLE recording (key bigint PRIMARY KEY, started_at timestamptz, direction int, duration_ms int, parties text);
  CREATE TABLE visibility (scope int, key bigint, PRIMARY KEY (scope, key));
  CREATE TABLE may (viewer text, scope int, PRIMARY KEY (viewer, scope));`;

/** The policy as one would write it: a row is visible where the viewer has one of its scopes. */
const POLICY = `
  CREATE INDEX visibility_by_key ON visibility (key, scope);
  ANALYZE;
  CREATE ROLE viewer; GRANT SELECT ON ALL TABLES IN SCHEMA public TO viewer;
  ALTER TABLE recording ENABLE ROW LEVEL SECURITY;
  CREATE POLICY listed ON recording FOR SELECT TO viewer USING (EXISTS (
    SELECT 1 FROM visibility v JOIN may m ON m.scope = v.scope WHERE v.key = recording.key AND m.viewer = current_setting('bench.viewer')));`;

function fill(server: Server, { catalog, dir }: Bench): void {
  const { db } = catalog();
  server.ask(TABLES);
  const columns = {
    recording: 'key, started_at, direction, duration_ms, parties',
    visibility: 'scope, key',
  };
  for (const table of ['recording', 'visibility'] as const)
    server.ask(`\\copy ${table} (${columns[table]}) FROM '${writeTable(db, dir, table)}'`);
  for (const [name, scopes] of scopesOf(db)) {
    server.ask(`INSERT INTO may SELECT '${name}', unnest(ARRAY[${scopes.join(',')}]::int[])`);
  }
  server.ask(POLICY);
}

const QUESTIONS = {
  'first page': `SELECT key, started_at, direction, duration_ms, parties FROM recording ORDER BY key DESC LIMIT ${PAGE}`,
  'exact count': 'SELECT count(*) FROM recording',
  'count by day': "SELECT date_trunc('day', started_at), count(*) FROM recording GROUP BY 1",
} as const;

async function compare(server: Server, { catalog }: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, library] of toLibraries(catalog().db)) {
    const counts = library.counts();
    const ours = {
      'first page': () => library.list({}, 'newest', null, PAGE),
      'exact count': () => counts.count({}),
      'count by day': () => counts.histogram({}),
    };
    for (const [what, sql] of Object.entries(QUESTIONS)) {
      const own = await timed(ours[what as keyof typeof ours], ROUNDS);
      const other = askOften(server, name, sql);
      outcomes.push({
        line: what === 'first page' ? 1 : 3,
        what: `${what}, viewer ${name}, against PostgreSQL with row-level security`,
        goal: '≤ 1×',
        ours: own.p50,
        other,
        unit: 'ms',
        isReached: own.p50 <= other,
      });
    }
  }
  return outcomes;
}

/** The server's own time: neither the start of psql nor the way of the rows counts. */
function askOften(server: Server, viewer: string, sql: string): number {
  const one = `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql};`;
  const told = server.ask(`SET bench.viewer = '${viewer}'; SET ROLE viewer; ${one.repeat(ROUNDS)}`);
  const spent = [...told.matchAll(/"Execution Time": ([0-9.]+)/g)].map(([, ms]) => Number(ms));
  return toTimes(spent).p50;
}
