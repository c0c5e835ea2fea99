import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What anyone would write first for a folder of logs: each file is read as a whole, and each of its lines parsed. */
const folder = process.argv[2]!;
let records = 0;
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  for (const line of text.split('\n')) {
    if (line !== '') {
      JSON.parse(line);
      records++;
    }
  }
}
console.log(JSON.stringify({ records }));
