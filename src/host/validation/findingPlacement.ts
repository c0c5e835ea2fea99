/** Who shows a log: its text document, a timeline, or the document of one of its records. */
export type Viewer = 'document' | 'timeline' | 'record';

/** Where Problems leads from a finding: into the log's own text, or into documents of its records. */
export type FindingPlacement = 'text' | 'records';

/**
 * Where the findings of a log belong, which is one place at a time. In its own text they have squiggles; but where a
 * timeline shows the file, a click in Problems on the file leads to the timeline, which is reported no range.
 *
 * @param isOpenAsText Whether a tab shows the log as text. A text document outlives its tab by minutes, and texts above
 * 50 MB are no documents to extensions, so that documents alone do not decide.
 */
export function findingPlacement(viewers: readonly Viewer[], isOpenAsText: boolean): FindingPlacement {
  return isOpenAsText || viewers.every((viewer) => viewer === 'document') ? 'text' : 'records';
}

/**
 * The viewer whose session knows the findings of a place. Edits are in the session of the text document only; the documents
 * of records, like the timeline, show the file.
 */
export function viewerOf<Shown extends { readonly viewer: Viewer }>(
  shown: readonly Shown[],
  placement: FindingPlacement,
): Shown | undefined {
  return shown.find(({ viewer }) => (viewer === 'document') === (placement === 'text')) ?? shown[0];
}
