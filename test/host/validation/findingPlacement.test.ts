import { describe, expect, it } from 'vitest';
import { findingPlacement, type FindingPlacement, type Viewer, viewerOf } from '../../../src/host/validation/findingPlacement.ts';

describe('findingPlacement', () => {
  it.each<[what: string, viewers: readonly Viewer[], isOpenAsText: boolean, expected: FindingPlacement]>([
    ['a text in a tab', ['document'], true, 'text'],
    ['a text without a tab', ['document'], false, 'text'],
    ['a timeline', ['timeline'], false, 'records'],
    ['two timelines', ['timeline', 'timeline'], false, 'records'],
    ['a timeline and a text in a tab', ['timeline', 'document'], true, 'text'],
    ['a timeline and a text whose tab is closed', ['document', 'timeline'], false, 'records'],
    ['a timeline and a text above 50 MB in a tab', ['timeline'], true, 'text'],
    ['a record alone', ['record'], false, 'records'],
    ['a record and a text in a tab', ['record', 'document'], true, 'text'],
    ['a record, a timeline, and a text whose tab is closed', ['record', 'timeline', 'document'], false, 'records'],
  ])('of %s', (_, viewers, isOpenAsText, expected) => expect(findingPlacement(viewers, isOpenAsText)).toBe(expected));
});

describe('viewerOf', () => {
  const shown = (...viewers: readonly Viewer[]) => viewers.map((viewer, index) => ({ viewer, index }));

  it.each<[placement: FindingPlacement, viewers: readonly Viewer[], expected: number | undefined]>([
    ['text', ['timeline', 'document'], 1],
    ['text', ['record', 'timeline'], 0],
    ['records', ['document', 'timeline', 'record'], 1],
    ['records', ['document', 'record'], 1],
    ['text', [], undefined],
  ])('that knows what is shown in the %s of %j', (placement, viewers, expected) => {
    expect(viewerOf(shown(...viewers), placement)?.index).toBe(expected);
  });
});
