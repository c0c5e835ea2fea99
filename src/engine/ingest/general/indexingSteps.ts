/**
 * What indexing has cost, counted and not timed: how many records took which way, and what was done beyond looking once at
 * each byte. Tests hold these numbers against limits.
 */
export interface IndexingSteps {
  /** Records by the way in which they were read: compared in WebAssembly, walked over in WebAssembly, held against a template, along the paths of their format, scanned quickly, scanned by the specification. */
  byKernel: number;
  walked: number;
  matched: number;
  byPaths: number;
  scanned: number;
  scannedSlowly: number;
  /** Records that `checkRecord` has judged. */
  judged: number;
  /** How often a template was learned. */
  learned: number;
  /** How many bytes were compared with templates that they did not match. */
  comparedInVain: number;
  /** How many messages were made of what is reported once for the source. */
  noted: number;
}
