import { css } from 'lit';

/** A text with what is sought in it marked; undefined where nothing is. */
export type HitMarker = (text: string) => unknown;

/** What marks the texts that a filter seeks. The parts that are loaded on demand set it: the page has no room for it at its start. */
export const hitMarks: { of: (query: string) => HitMarker | undefined } = { of: () => undefined };

/** Bold and underlined, which is seen in any theme and where the system forces its colours. */
export const hitStyles = css`
  mark {
    color: inherit;
    background: none;
    font-weight: 600;
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    mark {
      color: MarkText;
      background: Mark;
    }
  }
`;
