import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ResourceParts } from '../../../../src/engine/ingest/values/resourceParts.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The three parts and the words around them, or undefined. */
function split(parts: ResourceParts, id: string): readonly string[] | undefined {
  const bytes = encoder.encode(`"${id}"`);
  if (!parts.split(bytes, 1, bytes.length - 1)) {
    return undefined;
  }
  const texts = [0, 1, 2].map((part) => decoder.decode(bytes.subarray(parts.start[part], parts.end[part])));
  return [...texts, decoder.decode(parts.form.subarray(0, parts.formLength)).replaceAll('\0', '?')];
}

/** The same by a regular expression. */
function splitSlowly(id: string): readonly string[] | undefined {
  const pattern =
    /^(?<head>\/subscriptions\/)(?<subscription>[^/\0]+)(?<middle>\/resourceGroups\/)(?<group>[^/\0]+)(?<tail>\/providers\/[^/\0]+\/[^/\0]+\/)(?<name>[^/\0]+)$/i;
  const found = pattern.exec(id)?.groups;
  return found && [found['subscription']!, found['group']!, found['name']!, `${found['head']}?${found['middle']}?${found['tail']}?`];
}

const word = fc.constantFrom('subscriptions', 'Subscriptions', 'resourceGroups', 'resourcegroups', 'providers', 'x', '');
const piece = fc.oneof(word, fc.stringMatching(/^[\w.-]{0,12}$/), fc.constant('ü'));
const usual = fc
  .tuple(fc.uuid(), piece, fc.constantFrom('Microsoft.Attestation', 'microsoft.attestation'), piece)
  .map(
    ([id, group, namespace, name]) => `/subscriptions/${id}/resourceGroups/${group}/providers/${namespace}/attestationProviders/${name}`,
  );
const ids = fc.oneof(
  usual,
  fc.array(piece, { maxLength: 10 }).map((pieces) => `/${pieces.join('/')}`),
  fc.string({ maxLength: 40 }),
);

describe('the parts of a resource id', () => {
  it('are those that a regular expression finds, whatever ids came before', () => {
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 12 }), (several) => {
        const parts = new ResourceParts();
        for (const id of several) {
          expect(split(parts, id)).toEqual(splitSlowly(id));
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('say whether the form is that of the id before', () => {
    const parts = new ResourceParts();
    const id = (group: string, type = 'attestationProviders'): string =>
      `/subscriptions/a/resourceGroups/${group}/providers/Microsoft.Attestation/${type}/c`;
    const seen = [id('one'), id('two'), id('two', 'other'), 'no id', id('one')].map((one) => [
      split(parts, one) !== undefined,
      parts.isLastForm,
    ]);
    expect(seen).toEqual([
      [true, false],
      [true, true],
      [true, false],
      [false, false],
      [true, false],
    ]);
  });

  it('are not taken from an id whose words are too long to keep', () => {
    const parts = new ResourceParts();
    expect(split(parts, `/subscriptions/a/resourceGroups/b/providers/${'x'.repeat(600)}/t/c`)).toBeUndefined();
    expect(split(parts, `/subscriptions/${'a'.repeat(600)}/resourceGroups/b/providers/n/t/c`)?.[0]).toHaveLength(600);
  });
});
