import type { SideBarItem } from '../base/api.ts';

/** Something in a tree of the side bar: what is shown, and what its commands need to know of it. */
export interface SideBarNode extends SideBarItem {
  /** Name of a codicon, and of the color that it has. */
  readonly icon?: string;
  readonly color?: string;
  /** What a click does. */
  readonly command?: { readonly id: string; readonly argument: unknown };
  /** What is within it, at most so many; undefined where nothing can be. */
  readonly load?: LoadNodes;
  /** Whether it is open from the beginning. */
  readonly isOpen?: boolean;
  /** Of a value of a field: the term that finds it, as context menus say it. */
  readonly fieldFilter?: string;
  readonly field?: string;
  readonly value?: string | null;
  /** Of a caller: the type of its identity; empty for its label. */
  readonly type?: string;
  /** Of a target: the way to its page. */
  readonly path?: readonly { readonly level: string; readonly name: string }[];
  /** Of the kind of a finding. */
  readonly code?: string;
}

export interface Branch {
  readonly nodes: readonly SideBarNode[];
  /** How many there are: more than `nodes.length` means that the list was cut. */
  readonly total: number;
  /** Whether a search has not looked at all records yet. */
  readonly isPartial?: boolean;
}

export type LoadNodes = (limit: number, signal: AbortSignal) => Promise<Branch>;

export const nothing: Branch = { nodes: [], total: 0 };

const maxLength = 200;

/** Text of a log on one line, whole but for its length, without what turns text around or is not seen. */
export function shownText(text: string, longest = maxLength): string {
  const visible = text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
  return visible.length > longest ? `${visible.slice(0, longest)}…` : visible;
}
