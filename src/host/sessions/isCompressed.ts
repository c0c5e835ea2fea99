import type { Snapshot } from '../../protocol/answers/snapshot.ts';

/** Whether a log has no text of its own, so that its records are shown one by one. */
export function isCompressed(snapshot: Snapshot): boolean {
  return snapshot.sources[0]?.compression === 'gzip';
}
