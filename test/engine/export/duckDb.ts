import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What DuckDB answers: an object for each row, whose values are JSON (numbers beyond 2^53 as text). */
export type Ask = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** DuckDB, and files for it. */
export interface DuckDb {
  readonly ask: Ask;
  /** Writes a file and gives its path. */
  readonly write: (content: Uint8Array) => string;
}

/** Lets a test use DuckDB, and leaves nothing behind. */
export async function duckDbSession<T>(work: (duckDb: DuckDb) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-duckdb-'));
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  let files = 0;
  const write = (content: Uint8Array): string => {
    const path = join(folder, `${files++}.parquet`);
    writeFileSync(path, content);
    return path;
  };
  try {
    return await work({ ask: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(), write });
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

/** Lets DuckDB ask one file, for whose path `{file}` in the SQL stands. */
export function withDuckDb<T>(file: Uint8Array, work: (ask: Ask) => Promise<T>): Promise<T> {
  return duckDbSession(({ ask, write }) => {
    const path = write(file);
    return work((sql) => ask(sql.replaceAll('{file}', path)));
  });
}
