/**
 * Loads a Parquet table into DuckDB and asks it each of some conditions: how many rows there are, and the newest 100. The texts of the
 * records stay out: no condition asks for them, and those of ten million would not fit into memory.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [path, threads, runs, conditions] = process.argv.slice(2) as [string, string, string, string];

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
await connection.run(`CREATE TABLE log AS SELECT * EXCLUDE (raw) FROM '${path.replaceAll("'", "''")}'`);
const answers: { counted: number; ms: number[] }[] = [];
for (const condition of JSON.parse(conditions) as readonly string[]) {
  const answer = { counted: 0, ms: [] as number[] };
  for (let run = 0; run < Number(runs); run++) {
    const startedAt = performance.now();
    const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM log WHERE ${condition}`);
    await connection.runAndReadAll(`SELECT * FROM log WHERE ${condition} ORDER BY "time_ticks" DESC LIMIT 100`);
    answer.ms.push(performance.now() - startedAt);
    answer.counted = Number(counted.getRows()[0]![0]);
  }
  answers.push(answer);
}
connection.closeSync();
instance.closeSync();
console.log(JSON.stringify(answers));
