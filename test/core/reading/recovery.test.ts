import { pushBytes } from '../../../src/core/json/byteWindow.ts';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { OpenList } from '../../../src/core/reading/openList.ts';
import { maxRecordLength } from '../../../src/core/reading/readerContext.ts';
import { Recovery } from '../../../src/core/reading/recovery.ts';
import { placeAt, type Place } from './placeAt.ts';

interface Broken extends Place {
  readonly list: OpenList;
  readonly recovery: Recovery;
}

/** A stretch that cannot be read beyond the `|` in it, after a line with a record, or in a list that is open. */
function breakAt(marked: string, around: 'beginning' | 'lines' | 'list' = 'lines'): Broken {
  const [before = '', after = ''] = marked.split('|');
  const started = placeAt(before + after);
  const list = new OpenList(started.place);
  list.state.isOpen = around === 'list';
  started.place.state.shape.records = around === 'lines' ? 1 : 0;
  started.place.padding.skip();
  const recovery = new Recovery(started.place, list);
  recovery.begin('syntax.invalid', before.length);
  return { ...started, list, recovery };
}

describe('a stretch', () => {
  it.each<[name: string, marked: string, reported: string, rest: string]>([
    ['up to a line break', '{"a":|x}\n{"a":1}', 'syntax.invalid bareText 1:0-7', '\n{"a":1}'],
    ['up to a record on its line', '|INFO {"operationName":1}', 'syntax.invalid 1:0-4', '{"operationName":1}'],
    ['without blanks and padding behind it', '{"a":[|x \0\n{"a":1}', 'syntax.invalid expectedValue 1:0-7', '{"a":1}'],
    ['of one byte', '|}\n{"a":1}', 'syntax.invalid 1:0-1', '\n{"a":1}'],
    ['whose failure is on a later line', '{\n"a":\n|x}\n{"a":1}', 'syntax.invalid bareText 3:0-9', '\n{"a":1}'],
    ['up to the end', '{"a":|x}\n', 'syntax.invalid bareText 1:0-7', '\n'],
    ['that is cut off', '{"a":|', 'syntax.truncated 1:0-5', ''],
    ['that is cut off before blanks', '{"a":"x|\n\n', 'syntax.truncated 1:0-7', ''],
  ])('%s is told, and reading goes on behind it: %j', (_, marked, reported, rest) => {
    const { recovery, place, reported: all } = breakAt(marked);
    expect(recovery.resume(true)).toBe('reported');
    expect(all).toEqual([reported]);
    expect(marked.replace('|', '').slice(place.offset)).toBe(rest);
  });

  it.each<[marked: string, reported: string, offset: number]>([
    ['{"a":|x},{"operationName":1}]', 'syntax.invalid bareText 1:0-7', 7],
    ['{"a":|x,{"operationName":1}]', 'syntax.invalid expectedValue 1:0-6', 6],
    ['{"a":|x ,\n{"operationName":1}]', 'syntax.invalid expectedValue 1:0-7', 7],
    ['{"a":|x}]', 'syntax.invalid bareText 1:0-7', 7],
    ['{"a":1,|', 'syntax.truncated 1:0-7', 7],
  ])('in a list leaves the comma and the bracket of the list to be read: %s', (marked, reported, offset) => {
    const { recovery, place, reported: all } = breakAt(marked, 'list');
    recovery.resume(true);
    expect([...all, place.offset]).toEqual([reported, offset]);
  });

  it('that belongs to another, which was reported, is passed over silently', () => {
    const { recovery, place, reported } = breakAt('"b":2}|\n{"a":1}');
    recovery.begin(undefined, 6);
    expect([recovery.resume(true), recovery.state.code, ...reported]).toEqual(['reported', undefined]);
    expect(place.offset).toBeGreaterThanOrEqual(6);
  });

  it('that is cut off is told so even where it belongs to another', () => {
    const { recovery, reported } = breakAt('"b":2|');
    recovery.begin(undefined, 5);
    recovery.resume(true);
    expect(reported).toEqual(['syntax.truncated 1:0-5']);
  });

  it('says nothing of a comma before it', () => {
    const { place, reported, list } = breakAt('[1,|x]', 'list');
    list.comma();
    new Recovery(place, list).begin('syntax.invalid', 3);
    list.close();
    expect([list.state.endsBroken, ...reported]).toEqual([true]);
  });
});

describe('more bytes are waited for', () => {
  it.each<[marked: string, recovered: string]>([
    ['{"a":|x', 'wait'],
    ['{"a":|x}', 'wait'],
    ['{"a":|x}\n', 'wait'],
    ['{"a":|x}\n{"a":', 'reported'],
    ['{"a":"|\n', 'wait'],
  ])('while the stretch %j may go on: %s', (marked, recovered) => {
    const { recovery, reported, place } = breakAt(marked);
    expect([recovery.resume(false), reported.length, place.offset > 0]).toEqual([
      recovered,
      recovered === 'wait' ? 0 : 1,
      recovered !== 'wait',
    ]);
  });

  it('and then the failure stands where it stood in the source', () => {
    const { recovery, reported, place } = breakAt('x\n{"a":1,\n"b":|y');
    place.window.position = 2;
    place.lines.advance(place.window, 2);
    pushBytes(place.window, encodeText(''));
    recovery.begin('syntax.invalid', 12);
    expect(recovery.resume(false)).toBe('wait');
    pushBytes(place.window, encodeText('}\n{"operationName":1}'));
    expect([recovery.resume(true), ...reported]).toEqual(['reported', 'syntax.invalid bareText 3:2-16']);
  });

  it('no longer than a record may be', () => {
    const { recovery, reported, place } = breakAt(`{"a":|x${'y'.repeat(maxRecordLength)}`);
    expect([recovery.resume(false), ...reported]).toEqual(['goesOn', `syntax.invalid expectedValue 1:0-${maxRecordLength + 6}`]);
    expect(place.offset).toBe(maxRecordLength + 6);
  });
});

describe('it is known of the last stretch', () => {
  it.each<[marked: string, isInside: boolean]>([
    ['{"a":"x|\n{"operationName":1}', false],
    ['{"a":|x,"b":{"operationName":1,"callerIdentities":[]}}\n', true],
  ])('whether reading goes on inside of it: %j, %s', (marked, isInside) => {
    const { recovery } = breakAt(marked);
    recovery.resume(true);
    expect(recovery.state.isInside).toBe(isInside);
  });

  it.each<[marked: string, reachedEnd: boolean]>([
    ['{"a":|x}]', false],
    ['{"a":|x}]}', true],
    ['{"a":|x]', true],
    ['{"a":|x', false],
    ['{"a":|', true],
    ['{"a":|x},{"operationName":1}]', false],
  ])('whether it may hold what closes the list: %s, %s', (marked, reachedEnd) => {
    const { recovery } = breakAt(marked, 'list');
    recovery.resume(true);
    expect(recovery.state.reachedEnd).toBe(reachedEnd);
  });

  it.each<[marked: string, around: 'beginning' | 'lines' | 'list', lost: boolean]>([
    ['"b"|:1},\n{"operationName":1}', 'beginning', true],
    ['"b"|:1}\n,{"operationName":1}', 'beginning', true],
    ['"b"|:1},\n{"operationName":1}', 'lines', false],
    ['"b"|:1},\n{"operationName":1}', 'list', false],
    ['"b"|:1}\n{"operationName":1}', 'beginning', false],
    ['{"callerIdentity"|1},\n{"operationName":1}', 'beginning', true],
    ['[|"b":1},\n{"operationName":1}', 'beginning', false],
    ['{"b"|1},\n{"operationName":1}', 'beginning', false],
    ['"b"|:1],\n{"operationName":1}', 'beginning', false],
  ])('whether it is the end of an item of a list whose beginning is missing: %j (%s), %s', (marked, around, lost) => {
    const { recovery, place } = breakAt(marked, around);
    recovery.resume(true);
    expect(place.state.listLostBeginning).toBe(lost);
  });

  it('how many bytes behind the place where reading goes on were scanned in vain', () => {
    const { recovery, place } = breakAt('{"a":[\n{"operationName":1}\n{"operationName":1}|x');
    place.state.opening = encodeText('"operationName"');
    recovery.resume(true);
    expect([place.offset, place.state.spent]).toEqual([7, 39]);
  });

  it('how far the record behind it is indented', () => {
    const { recovery, place } = breakAt('{"a":[|x,\n  {"a":1}');
    recovery.resume(true);
    expect([place.offset, place.padding.indentation()]).toEqual([11, 2]);
  });
});
