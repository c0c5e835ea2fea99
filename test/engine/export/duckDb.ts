import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What DuckDB answers: an object for each row, whose values are JSON (numbers beyond 2^53 as text). */
export type Ask = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Lets DuckDB ask a file; `{file}` in the SQL stands for its path. */
export async function withDuckDb<T>(file: Uint8Array, work: (ask: Ask, path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-duckdb-'));
  const path = join(folder, 'log.parquet');
  writeFileSync(path, file);
  const instance = await DuckDBInstance.create();
  const connection: DuckDBConnection = await instance.connect();
  try {
    return await work(async (sql) => (await connection.runAndReadAll(sql.replaceAll('{file}', path))).getRowObjectsJson(), path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}
