import { UsageError } from './usageError.ts';

/** The zone that a user names, UTC where they name none. Throws {@link UsageError}. */
export function timeZone(name = 'utc'): string {
  if (name !== 'utc' && name !== 'local' && !isZone(name)) {
    throw new UsageError(`“--time-zone” takes utc, local or the name of a zone such as Europe/Berlin, not “${name}”.`);
  }
  return name;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
