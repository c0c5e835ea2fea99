import * as vscode from 'vscode';
import { numberText } from '../base/countText.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { type Branch, type LoadNodes, nothing, type SideBarNode } from './sideBarNode.ts';

/** Nodes that are shown of a branch before more are asked for. */
const firstLimit = 50;
/** As many as the engine gives. */
const maxLimit = 10_000;
/** While a search is under way its numbers are renewed at this pace. Milliseconds. */
const renewalPause = 1000;

/**
 * A tree of the side bar. VS Code asks for what is in sight only; nodes keep their ids, so that what is selected and open stays
 * when the tree is renewed.
 */
export class LogTree implements vscode.TreeDataProvider<SideBarNode>, Disposable {
  readonly id: string;
  readonly #changes = new vscode.EventEmitter<SideBarNode | undefined>();
  readonly #owned = new Disposables();
  readonly #view: vscode.TreeView<SideBarNode>;
  readonly #limits = new Map<string, number>();
  #root: LoadNodes | undefined;
  #loading = new AbortController();
  #renewal: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(id: string) {
    this.id = id;
    this.#owned.add(this.#changes);
    this.#view = this.#owned.add(vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true }));
    this.#owned.add({ dispose: () => this.#stop() });
  }

  /** Shows what is there now, or nothing. `isOther`: it is another log, of which as much is shown as at first. */
  show(root: LoadNodes | undefined, isOther: boolean): void {
    this.#root = root;
    if (isOther) {
      this.#limits.clear();
      this.#view.description = '';
    }
    this.#stop();
    this.#loading = new AbortController();
    this.#changes.fire(undefined);
  }

  /** Shows more of what is within a node, or of the tree. */
  showMore(parent: SideBarNode | undefined): void {
    const key = parent?.id ?? '';
    this.#limits.set(key, Math.min(maxLimit, this.#limitOf(key) * 4));
    this.#changes.fire(parent);
  }

  getTreeItem(node: SideBarNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, stateOf(node));
    item.id = `${this.id} ${node.id}`;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.contextValue = node.context;
    if (node.spoken !== undefined) {
      item.accessibilityInformation = { label: node.spoken };
    }
    if (node.icon !== undefined) {
      item.iconPath = new vscode.ThemeIcon(node.icon, node.color === undefined ? undefined : new vscode.ThemeColor(node.color));
    }
    if (node.command !== undefined) {
      item.command = { command: node.command.id, title: node.label, arguments: [node.command.argument] };
    }
    return item;
  }

  async getChildren(parent?: SideBarNode): Promise<SideBarNode[]> {
    const load = parent === undefined ? this.#root : parent.load;
    if (load === undefined) {
      return [];
    }
    const { signal } = this.#loading;
    const { nodes, total, isPartial = false } = await loaded(load, this.#limitOf(parent?.id ?? ''), signal);
    if (signal.aborted) {
      return [];
    }
    if (parent === undefined) {
      this.#view.description = total === 0 ? '' : numberText(total);
    }
    if (isPartial) {
      this.#renewal ??= setTimeout(() => {
        this.#renewal = undefined;
        this.#changes.fire(undefined);
      }, renewalPause);
    }
    return nodes.length < total ? [...nodes, this.#more(parent, nodes.length, total)] : [...nodes];
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Says that not all is shown; a click shows more, as far as that goes. */
  #more(parent: SideBarNode | undefined, shown: number, total: number): SideBarNode {
    const label = vscode.l10n.t('{0} of {1} shown', numberText(shown), numberText(total));
    const isEnd = shown < this.#limitOf(parent?.id ?? '');
    return {
      id: `more ${parent?.id ?? ''}`,
      label,
      description: isEnd ? '' : vscode.l10n.t('Show more'),
      tooltip: label,
      context: 'more',
      icon: 'ellipsis',
      ...(isEnd ? {} : { command: { id: 'auditLog.sideBar.showMore', argument: { view: this.id, parent } } }),
    };
  }

  #limitOf(key: string): number {
    return this.#limits.get(key) ?? firstLimit;
  }

  #stop(): void {
    this.#loading.abort();
    clearTimeout(this.#renewal);
    this.#renewal = undefined;
  }
}

/** What a branch holds; nothing where it is not wanted any more, or cannot be had: the timeline itself says why. */
async function loaded(load: LoadNodes, limit: number, signal: AbortSignal): Promise<Branch> {
  try {
    return await load(limit, signal);
  } catch {
    return nothing;
  }
}

function stateOf({ load, isOpen }: SideBarNode): vscode.TreeItemCollapsibleState {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  return load === undefined ? None : isOpen === true ? Expanded : Collapsed;
}
