import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly delete: () => void;
}

/** A new folder that goes with this process at the latest, even when a signal or process.exit ends it. */
export function temporaryFolder(purpose: string): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `audit-log-${purpose}-`)));
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', remove);
  return {
    path,
    delete: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/** Lets Ctrl+C and a polite kill end the process by process.exit, so that what was registered for its end happens. */
export function endOnSignals(): void {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
}
