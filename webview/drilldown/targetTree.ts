import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import type { TargetNode } from '../../src/protocol/answers/profile.ts';
import type { TargetStep } from '../../src/protocol/answers/record.ts';
import { numberText } from '../base/format.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countBarStyles, countLine } from './countBar.ts';

/** One of the two trees of targets. Each name opens the target's page; the triangle opens the level below. */
export class TargetTree extends LitElement {
  static override properties = {
    context: { attribute: false },
    nodes: { attribute: false },
    closed: { state: true },
  };
  declare context: ViewContext;
  declare nodes: readonly TargetNode[];
  declare protected closed: ReadonlySet<string>;

  constructor() {
    super();
    this.nodes = [];
    this.closed = new Set();
  }

  static override styles = [
    sharedStyles,
    countBarStyles,
    css`
      :host {
        display: block;
        container: count-lines / inline-size;
      }
      ul ul {
        padding-left: 12px;
      }
      /* Names are read in full: the bar is a line below the name, and long names wrap. */
      .count-line {
        grid-template-columns: minmax(0, 1fr) minmax(30px, auto) minmax(36px, auto) minmax(36px, auto);
        gap: 0 8px;
      }
      .count-line .name {
        align-items: baseline;
      }
      .count-line .track {
        grid-row: 2;
        grid-column: 1;
        height: 3px;
        margin: 0 0 3px 16px;
      }
      .fold,
      .leaf {
        flex: none;
        width: 16px;
        color: var(--muted);
        text-align: center;
      }
    `,
  ];

  protected override render(): unknown {
    const most = Math.max(0, ...this.nodes.map((node) => node.count));
    return html`<ul>
      ${this.nodes.map((node) => this.#node(node, [], most))}
    </ul>`;
  }

  #node(node: TargetNode, above: readonly TargetStep[], most: number): unknown {
    const path = [...above, node.step];
    const key = JSON.stringify(path);
    const isClosed = this.closed.has(key);
    const { settings, link } = this.context;
    const fold =
      node.children.length === 0
        ? html`<span class="leaf"></span>`
        : html`<button
            class="fold"
            aria-expanded=${!isClosed}
            aria-label=${l10n.t('Levels below {0}', node.step.name)}
            @click=${() => this.#fold(key)}
          >
            ${isClosed ? '▸' : '▾'}
          </button>`;
    const open = (): void => link.intend({ kind: 'open', page: { kind: 'target', path } });
    const { level, name: text } = node.step;
    const name = html`${fold}<button class="link break" title=${`${level}: ${text}`} @click=${open}>${text}</button>`;
    return html`<li>
      ${countLine({ name, count: node.count, groups: node.groups, most }, settings)}
      ${
        isClosed || node.children.length === 0
          ? nothing
          : html`<ul>
              ${node.children.map((child) => this.#node(child, path, most))}
              ${
                node.children.length < node.childrenTotal
                  ? html`<li class="muted">
                      ${l10n.t('{0} of {1} shown', numberText(node.children.length, settings), numberText(node.childrenTotal, settings))}
                    </li>`
                  : nothing
              }
            </ul>`
      }
    </li>`;
  }

  #fold(key: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(key)) {
      closed.add(key);
    }
    this.closed = closed;
  }
}
