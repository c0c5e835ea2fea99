import { css } from 'lit';
import type { Shown } from '../../src/core/query/pageQuery.ts';

/** A text with what is sought in it marked; undefined where nothing is. */
export type HitMarker = (text: string) => unknown;

/** The filters of a view that may seek texts. */
export type Sought = Pick<Shown, 'query' | 'pinned'>;

/** What marks the texts that filters seek. The parts that are loaded on demand set it: the page has no room for it at its start. */
export const hitMarks: { of: (filters: Sought) => HitMarker | undefined } = { of: () => undefined };

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
