/** A colour in sRGB: red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
/** How many steps a colour is moved towards white or black to become legible. */
const steps = 40;

/** Reads `#rgb`, `#rrggbb`, either with alpha, `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.5)`, as VS Code and browsers write them. */
export function parseColour(text: string): Colour | undefined {
  const [, hex] = /^#([\da-f]{3,8})$/i.exec(text.trim()) ?? [];
  if (hex !== undefined && hex.length !== 5 && hex.length !== 7) {
    const digits = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex;
    const [red, green, blue, alpha] = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    return { red: red!, green: green!, blue: blue!, alpha: (alpha ?? 255) / 255 };
  }
  const [, list] = /^rgba?\(([^()]*)\)$/i.exec(text.trim()) ?? [];
  const [red, green, blue, alpha = 1, ...more] = (list ?? '').split(/[\s,/]+/).map(Number);
  const isColour = [red, green, blue, alpha].every(Number.isFinite) && more.length === 0;
  return isColour ? { red: red!, green: green!, blue: blue!, alpha } : undefined;
}

export function colourText({ red, green, blue, alpha }: Colour): string {
  const [r, g, b] = [red, green, blue].map(Math.round);
  return alpha === 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

/** What is seen of a colour in front of an opaque one. */
export function overlay(front: Colour, after: Colour, opacity = 1): Colour {
  return mix(after, { ...front, alpha: 1 }, front.alpha * opacity);
}

/** The contrast of two opaque colours by WCAG 2: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/**
 * The colour itself where it has at least `least` of contrast to all grounds, which are opaque; else the nearest one towards
 * white or black that has; where none has, the one with the most.
 */
export function legible(colour: Colour, grounds: readonly Colour[], least: number): Colour {
  const worst = (tried: Colour) => Math.min(...grounds.map((ground) => contrast(rounded(tried), ground)));
  let best = colour;
  for (let step = 0; step <= steps; step++) {
    for (const tried of [mix(colour, white, step / steps), mix(colour, black, step / steps)]) {
      if (worst(tried) >= least) {
        return rounded(tried);
      }
      best = worst(tried) > worst(best) ? tried : best;
    }
  }
  return rounded(best);
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (one: number, other: number) => one + (other - one) * share;
  return { red: part(from.red, to.red), green: part(from.green, to.green), blue: part(from.blue, to.blue), alpha: 1 };
}

function rounded({ red, green, blue, alpha }: Colour): Colour {
  return { red: Math.round(red), green: Math.round(green), blue: Math.round(blue), alpha };
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
