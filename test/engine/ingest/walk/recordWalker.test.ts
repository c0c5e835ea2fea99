import { beforeEach, describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { RecordWalker } from '../../../../src/engine/ingest/walk/recordWalker.ts';
import { inventedRecords } from '../../../core/formats/inventedRecords.ts';

const cloudTrail = builtInFormats.forms.find(({ format }) => format.id === 'cloudTrail')!;
const kubernetes = builtInFormats.forms.find(({ format }) => format.id === 'kubernetesAudit')!;
const trail = JSON.stringify(inventedRecords.cloudTrail);
const kube = JSON.stringify(inventedRecords.kubernetesAudit);

let walker: RecordWalker;

beforeEach(() => {
  walker = RecordWalker.create(builtInFormats, 1)!;
});

/** Asks for each line in turn as a record of a format; returns which were taken. */
function taken(lines: readonly string[], compiled = cloudTrail): readonly boolean[] {
  const bytes = encodeText(lines.join('\n'));
  let start = 0;
  return lines.map((line) => {
    const end = start + encodeText(line).length;
    const next = walker.scan(compiled, bytes, start, bytes.length, 1);
    start = end + 1;
    expect([-1, end]).toContain(next);
    return next !== -1;
  });
}

describe('walking over the records ahead', () => {
  it('hands out each record as it is asked for', () => {
    expect(taken(Array.from({ length: 100 }, () => trail))).toEqual(Array.from({ length: 100 }, () => true));
  });

  it('leaves records of other formats to others', () => {
    expect(taken([trail, kube, trail])).toEqual([true, false, true]);
    expect(taken([trail, kube], kubernetes)).toEqual([false, true]);
  });

  it('goes on after a record that it cannot take', () => {
    const odd = trail.replace('{', '{"x":1e400,');
    expect(taken([trail, odd, trail, trail])).toEqual([true, false, true, true]);
  });

  it('goes on after records that were not asked for', () => {
    const bytes = encodeText([trail, trail, trail].join('\n'));
    expect(walker.scan(cloudTrail, bytes, 0, bytes.length, 1)).toBe(trail.length);
    const third = (trail.length + 1) * 2;
    expect(walker.scan(cloudTrail, bytes, third, bytes.length, 1)).toBe(bytes.length);
  });

  it('leaves a record that goes beyond the end to others', () => {
    const bytes = encodeText(`${trail}\n${trail}`);
    expect(walker.scan(cloudTrail, bytes, trail.length + 1, bytes.length - 1, 1)).toBe(-1);
  });

  it('says where a record may hold line breaks', () => {
    taken([trail]);
    expect(walker.mayHoldBreaks).toBe(false);
    const bytes = encodeText(JSON.stringify(inventedRecords.cloudTrail, undefined, 2));
    walker.renew();
    expect(walker.scan(cloudTrail, bytes, 0, bytes.length, 1)).toBe(bytes.length);
    expect(walker.mayHoldBreaks).toBe(true);
  });

  it('takes bytes anew once they are renewed', () => {
    const bytes = encodeText(trail);
    expect(walker.scan(cloudTrail, bytes, 0, bytes.length, 1)).toBe(bytes.length);
    bytes.fill(0x20);
    walker.renew();
    expect(walker.scan(cloudTrail, bytes, 0, bytes.length, 1)).toBe(-1);
  });

  it('stops trying when nothing comes of it', () => {
    const odd = trail.replace('{', '{"x":1e400,');
    const lines = Array.from({ length: 600 }, () => odd);
    expect(taken(lines)).not.toContain(true);
    // What it costs is bounded: it does not even look at sound records now.
    expect(taken([trail])).toEqual([false]);
  });
});
