import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Colour, colourText, contrast, legible, overlay, parseColour } from '../../../webview/theme/colour.ts';

const channel = fc.integer({ min: 0, max: 255 });
const opaque = fc.record<Colour>({ red: channel, green: channel, blue: channel, alpha: fc.constant(1) });

describe('a colour', () => {
  it.each<[string, Colour | undefined]>([
    ['#fff', { red: 255, green: 255, blue: 255, alpha: 1 }],
    ['#0f08', { red: 0, green: 255, blue: 0, alpha: 0x88 / 255 }],
    [' #0F4a85 ', { red: 15, green: 74, blue: 133, alpha: 1 }],
    ['#0f4a8500', { red: 15, green: 74, blue: 133, alpha: 0 }],
    ['rgb(1, 2, 3)', { red: 1, green: 2, blue: 3, alpha: 1 }],
    ['rgba(1, 2, 3, 0.5)', { red: 1, green: 2, blue: 3, alpha: 0.5 }],
    ['rgb(1 2 3 / 0.5)', { red: 1, green: 2, blue: 3, alpha: 0.5 }],
    ['#12345', undefined],
    ['red', undefined],
    ['rgb(1, 2)', undefined],
    ['rgb(1, 2, x)', undefined],
    ['', undefined],
  ])('is read from %j', (text, expected) => expect(parseColour(text)).toEqual(expected));

  it('is written as it is read', () => {
    fc.assert(
      fc.property(opaque, (colour) => {
        expect(parseColour(colourText(colour))).toEqual(colour);
      }),
    );
  });

  it('in front of another is a part of both', () => {
    const [black, half] = [parseColour('#000000')!, parseColour('rgba(255, 255, 255, 0.5)')!];
    expect(colourText(overlay(half, black))).toBe('rgb(128, 128, 128)');
    expect(colourText(overlay(half, black, 0.5))).toBe('rgb(64, 64, 64)');
  });
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#388a34', '#ffffff', 4.33],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(contrast(parseColour(one)!, parseColour(other)!)).toBeCloseTo(expected, 2);
    expect(contrast(parseColour(other)!, parseColour(one)!)).toBeCloseTo(expected, 2);
  });
});

describe('a legible colour', () => {
  it('has the contrast asked for to any ground, and is the same where it had', () => {
    let kept = 0;
    fc.assert(
      fc.property(opaque, opaque, (colour, ground) => {
        const made = legible(colour, [ground], 3);
        expect(contrast(made, ground)).toBeGreaterThanOrEqual(3);
        if (contrast(colour, ground) >= 3) {
          kept++;
          expect(made).toEqual(colour);
        }
      }),
    );
    expect(kept).toBeGreaterThan(10);
  });

  it('has the most there is where grounds leave no room', () => {
    const grounds = [parseColour('#000000')!, parseColour('#ffffff')!, parseColour('#777777')!];
    const made = legible(parseColour('#777777')!, grounds, 3);
    expect(Math.min(...grounds.map((ground) => contrast(made, ground)))).toBeGreaterThan(1.5);
  });
});
