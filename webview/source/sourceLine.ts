import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Severity } from '../../src/protocol/answers/answer.ts';
import type { RecordFinding } from '../../src/protocol/answers/record.ts';
import { furtherIcon } from '../base/furtherIcons.ts';
import type { ShownRun } from './copiedSource.ts';
import { visibleParts } from './hiddenCharacters.ts';
import type { MarkedLine, MarkedPiece } from './markedPieces.ts';
import { pathOf, valueName } from './sourceValue.ts';

/** Lines of deeper values are indented as these are: the detail is narrow. */
const maxLevel = 24;

const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** What lines of a source are drawn by. */
export interface LineContext {
  readonly findings: readonly RecordFinding[];
  /** Folds or unfolds the JSON text of a name. */
  readonly toggle: (name: string) => void;
}

/** Draws lines, of which only the first mark of each finding can have the focus. Text of the log is in text nodes only. */
export function sourceLines(lines: readonly MarkedLine[], context: LineContext): readonly TemplateResult[] {
  const begun = new Set<number>();
  return lines.map(({ level, texts, pieces }) => {
    const shown = Math.min(level, maxLevel);
    return html`<span class="line ${texts > 0 ? 'embedded' : ''}" .style=${`--level: ${shown}`}
      >${'  '.repeat(shown)}${pieces.map((piece) => pieceOf(piece, begun, context))}</span
    >`;
  });
}

function pieceOf(piece: MarkedPiece, begun: Set<number>, context: LineContext): TemplateResult {
  const fold = piece.fold === undefined ? nothing : foldButton(piece, context);
  if (piece.marks.length === 0) {
    return html`${fold}${runsOf(piece)}`;
  }
  const severity = severities.find((one) => piece.marks.some((mark) => context.findings[mark]!.severity === one))!;
  const first = piece.marks.filter((mark) => !begun.has(mark));
  first.forEach((mark) => begun.add(mark));
  return first.length === 0
    ? html`${fold}<mark class=${severity} .marks=${piece.marks}>${runsOf(piece)}</mark>`
    : html`${fold}<mark
          class=${severity}
          tabindex="-1"
          data-begins=${first.join(' ')}
          aria-describedby=${piece.marks.map((mark) => `finding-${mark}`).join(' ')}
          .marks=${piece.marks}
          >${runsOf(piece)}</mark
        >`;
}

/** A piece as its runs: characters that would not be seen are shown by name. */
function runsOf(piece: MarkedPiece): readonly TemplateResult[] {
  const { kind, layer } = piece;
  let from = piece.from;
  return visibleParts(layer.text.slice(piece.from, piece.to)).map(({ text, name }) => {
    const run: ShownRun = { layer, from, to: from + text.length, isNamed: name !== undefined };
    from = run.to;
    const isColon = kind === 'punctuation' && text === ':';
    return html`<span class="run ${kind} ${name === undefined ? '' : 'named'}" .run=${run} .piece=${piece}
      >${name ?? (isColon ? ': ' : text)}</span
    >`;
  });
}

function foldButton({ fold, value }: MarkedPiece, { toggle }: LineContext): TemplateResult {
  const isUnfolded = fold === 'unfolded';
  const path = pathOf(value!);
  return html`<button
    class="icon fold"
    aria-expanded=${isUnfolded}
    aria-label=${l10n.t('JSON text in {0}', String(path.at(-1)))}
    title=${isUnfolded ? l10n.t('Fold the JSON text') : l10n.t('Unfold the JSON text')}
    @click=${() => toggle(valueName(value!))}
  >
    ${furtherIcon(isUnfolded ? 'down' : 'next')}
  </button>`;
}
