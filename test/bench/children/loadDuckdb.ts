/** Loads a log into a table of DuckDB in memory, as one would to ask it questions: it finds the columns and types by itself. */
import { DuckDBInstance } from '@duckdb/node-api';

const [path, threads, scratch] = process.argv.slice(2) as [string, string, string];
const instance = await DuckDBInstance.create(':memory:', { threads, temp_directory: scratch });
const connection = await instance.connect();
await connection.run(`CREATE TABLE log AS SELECT * FROM read_ndjson('${path.replaceAll("'", "''")}')`);
const reader = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM log');
console.log(JSON.stringify({ records: reader.getRows()[0]![0] }));
connection.closeSync();
instance.closeSync();
