import type { ResultGroup } from '../../src/core/record/results.ts';

/** What a canvas is told to draw, in CSS pixels from the upper left corner, in this order. */
export type DrawCommand =
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Fill;
    }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly stroke: Stroke }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly align: 'left' | 'right' | 'center';
      readonly tone: 'text' | 'muted';
    };

/** The fill of a group or a series is its colour and its pattern. A gap is lines alone, its cap is solid; in a strip, what is
 * `missing` stands out from what is `numbered`. */
export type Fill =
  ResultGroup | `series${number}` | 'failureShare' | 'backdrop' | 'brush' | 'gapStretch' | 'gapCap' | 'plate' | 'numbered' | 'missing';

export type Stroke = 'grid' | 'brushEdge' | 'cursor' | 'selected';
