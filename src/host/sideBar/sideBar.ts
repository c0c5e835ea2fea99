import type { SideBarItem } from '../base/api.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import type { Timelines } from '../editor/timelines.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { loadCoverage } from './coverageTree.ts';
import { loadFindings } from './findingTree.ts';
import { LogTree } from './logTree.ts';
import type { LoadNodes, SideBarNode } from './sideBarNode.ts';
import { loadTargets, loadValues } from './valueTree.ts';

/** Trees are renewed when nothing has changed for a moment, or at this pace while something goes on changing. Milliseconds. */
const [pause, longestPause] = [150, 1000];

const trees: Readonly<Record<string, (view: TimelineView) => LoadNodes>> = {
  'auditLog.callers': (view) => loadValues(view, 'caller', 'caller'),
  'auditLog.targets': loadTargets,
  'auditLog.operations': (view) => loadValues(view, 'operation', 'operation'),
  'auditLog.findings': loadFindings,
  'auditLog.coverage': loadCoverage,
};

/** Trees of what the active timeline shows: callers, targets, operations, findings and coverage, under its filter. */
export class SideBar implements Disposable {
  readonly #timelines: Timelines;
  readonly #owned = new Disposables();
  readonly #trees: readonly LogTree[];
  #shown: { readonly view: TimelineView | undefined; readonly of: string } = { view: undefined, of: '' };

  constructor(timelines: Timelines) {
    this.#timelines = timelines;
    this.#trees = Object.keys(trees).map((id) => this.#owned.add(new LogTree(id)));
    const renew = this.#owned.add(debounce(() => this.#renew(), pause, longestPause));
    this.#owned.add(timelines.onDidChange(renew));
  }

  /** What a tree shows, or what is within one of its nodes; empty for a tree or a node that is not there. */
  async items(tree: string, ...path: readonly string[]): Promise<readonly SideBarItem[]> {
    const shown = this.#trees.find(({ id }) => id === tree);
    let nodes = (await shown?.getChildren()) ?? [];
    for (const id of path) {
      const parent = nodes.find((node) => node.id === id);
      nodes = parent === undefined ? [] : ((await shown?.getChildren(parent)) ?? []);
    }
    return nodes.map(({ id, label, description, tooltip, context, spoken, command }) => ({
      id,
      label,
      description,
      tooltip,
      context,
      ...(spoken === undefined ? {} : { spoken }),
      ...(command === undefined ? {} : { command }),
    }));
  }

  /** Shows more of what is within a node of a tree, or of the tree. */
  showMore(tree: string, parent: SideBarNode | undefined): void {
    this.#trees.find(({ id }) => id === tree)?.showMore(parent);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #renew(): void {
    const view = this.#timelines.current;
    const isOther = view !== this.#shown.view;
    if (isOther || (view !== undefined && keyOf(view) !== this.#shown.of)) {
      this.#shown = { view, of: view === undefined ? '' : keyOf(view) };
      for (const tree of this.#trees) {
        tree.show(view === undefined ? undefined : trees[tree.id]?.(view), isOther);
      }
    }
  }
}

/** What the trees depend on: the selection and the zoom change nothing in them. */
function keyOf({ state, session }: TimelineView): string {
  const { query, range, page } = state;
  return JSON.stringify([query, range, page.kind === 'caller' || page.kind === 'target' ? page : null, session.snapshot?.snapshot]);
}
