import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPositions } from '../../../src/engine/index/textPositions.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { DecodedSource } from '../../../src/engine/sources/decodedSource.ts';
import { runs } from '../../runs.ts';

/** Texts of a few hundred kilobytes, on few lines or many. */
const texts = fc
  .array(fc.constantFrom('x', 'ü', '😀', '\n', '\r\n', '\r', '{"a":1}', ' '.repeat(700), 'abc'.repeat(9000), `${'ü'.repeat(5000)}\n`), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => `{${pieces.join('').repeat(Math.ceil(200_000 / pieces.join('').length))}`);

/** Line and column by taking apart all that is before. */
function slowPosition(text: string, unit: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, unit).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, column: lines.at(-1)!.length };
}

/** Neither between the halves of a character nor within a line break. */
function isBetweenCharacters(text: string, unit: number): boolean {
  return !/[\ud800-\udbff]$/.test(text.slice(unit - 1, unit)) && text.slice(unit - 1, unit + 1) !== '\r\n';
}

describe('lines and columns', () => {
  it('agree with taking the text apart, in whatever order they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }), async (text, shares) => {
        const source = new DecodedSource(new BytesSource('log', Buffer.from(text)), nodeCompression);
        await source.open();
        const positions = new TextPositions(source);
        for (const unit of shares
          .map((share) => Math.floor((share / 1000) * text.length))
          .filter((one) => isBetweenCharacters(text, one))) {
          const offset = Buffer.byteLength(text.slice(0, unit));
          const { line, column } = await positions.at({ offset: 0, line: 1 }, offset);
          expect({ line, column }).toEqual(slowPosition(text, unit));
          if (unit < text.length && text[unit] !== '\n' && text[unit] !== '\r') {
            expect(await positions.offsetAt({ offset: 0, line: 0, column: 0 }, line, column)).toBe(offset);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });
});
