/** The same questions asked of DuckDB, with the policy as a condition: first page, exact count and count by day, for every viewer. */
import type { Bench } from '../bench';
import { PAGE, scopesOf, toLibraries } from '../data/libraries';
import { loadPeer } from '../data/peer-packages';
import { writeTable } from '../data/plain-tables';
import type { Outcome } from '../result';
import { inTurn } from '../timed';

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJS(): unknown[][] }>;
  closeSync(): void;
}
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }>;
  };
}

const ROUNDS = 7;
/** Rows that are written as text and read again within some minutes. */
const ROWS_MAX = 1_000_000;

export async function measureDuckDb(bench: Bench): Promise<Outcome[]> {
  const what = 'DuckDB with the policy as a condition';
  if (bench.rows > ROWS_MAX)
    return [{ line: 1, what, absent: `only up to ${ROWS_MAX.toLocaleString('en')} rows` }];
  let duckDb: DuckDb;
  try {
    duckDb = loadPeer<DuckDb>('@duckdb/node-api');
  } catch (error) {
    return [{ line: 1, what, absent: error instanceof Error ? error.message : String(error) }];
  }
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await fill(connection, bench);
    return await compare(connection, bench);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function fill(connection: Connection, { catalog, dir }: Bench): Promise<void> {
  const { db } = catalog();
  const columns = {
    recording: 'key BIGINT PRIMARY KEY, started_at TIMESTAMPTZ, direction INT, duration_ms INT, parties TEXT',
    visibility: 'scope INT, key BIGINT',
  };
  for (const table of ['recording', 'visibility'] as const) {
    await connection.run(`CREATE TABLE ${table} (${columns[table]})`);
    const filePath = writeTable(db, dir, table).replaceAll("'", "''");
    await connection.run(`COPY ${table} FROM '${filePath}' (DELIMITER '\t', HEADER false, QUOTE '')`);
  }
  await connection.run('CREATE TABLE may (viewer TEXT, scope INT)');
  for (const [name, scopes] of scopesOf(db)) {
    await connection.run(
      `INSERT INTO may VALUES ${scopes.map((scope) => `('${name}', ${scope})`).join(', ')}`,
    );
  }
}

const QUESTIONS = {
  'first page': (may: string) =>
    `SELECT key, started_at, direction, duration_ms, parties FROM recording WHERE ${may} ORDER BY key DESC LIMIT ${PAGE}`,
  'exact count': (may: string) => `SELECT count(*) FROM recording WHERE ${may}`,
  'count by day': (may: string) =>
    `SELECT date_trunc('day', started_at), count(*) FROM recording WHERE ${may} GROUP BY 1`,
} as const;

async function compare(connection: Connection, { catalog }: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, library] of toLibraries(catalog().db)) {
    const may = `key IN (SELECT key FROM visibility JOIN may USING (scope) WHERE viewer = '${name}')`;
    const counts = library.counts();
    const { count } = await counts.count({});
    const told = await connection.runAndReadAll(QUESTIONS['exact count'](may));
    if (Number(told.getRowsJS()[0]?.[0]) !== count) throw new Error(`DuckDB counts otherwise for ${name}.`);
    const ours = {
      'first page': () => library.list({}, 'newest', null, PAGE),
      'exact count': () => counts.count({}),
      'count by day': () => counts.histogram({}),
    };
    for (const what of ['first page', 'exact count', 'count by day'] as const) {
      const ask = (): Promise<unknown> => connection.runAndReadAll(QUESTIONS[what](may));
      const [own, other] = await inTurn([ours[what], ask], ROUNDS);
      if (!own || !other) continue;
      outcomes.push({
        line: what === 'first page' ? 1 : 3,
        what: `${what}, viewer ${name}, against DuckDB`,
        goal: '≤ 1×',
        ours: own.p50,
        other: other.p50,
        unit: 'ms',
        isReached: own.p50 <= other.p50,
      });
    }
  }
  return outcomes;
}
