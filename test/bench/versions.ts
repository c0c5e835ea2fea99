import { otherTools, versionOf } from './otherTools.ts';

/** The versions of all programs that took part. */
export async function versions(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = { Node: process.versions.node };
  try {
    const { version } = await import('@duckdb/node-api');
    found['DuckDB'] = version();
  } catch {
    // It has no build for this machine; the part that needs it says so.
  }
  for (const { program } of otherTools) {
    const version = versionOf(program);
    if (version !== undefined) {
      found[program] = version.replace(/^\D*/, '');
    }
  }
  return found;
}
