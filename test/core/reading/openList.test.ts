import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withName } from '../../../src/core/reading/listNames.ts';
import { begin, read } from './listSketch.ts';

/** What is told of a sketch that is read as a whole. */
function faultsOf(sketch: string): readonly string[] {
  const walk = begin(sketch);
  read(walk);
  return walk.reported;
}

describe('the commas of a list', () => {
  it.each<[sketch: string, ...reported: readonly string[]]>([
    ['[]'],
    ['[i]'],
    ['[ i , i ]'],
    ['[,i]', 'syntax.invalid extraComma 1:1-2'],
    ['[i,,i]', 'syntax.invalid extraComma 1:3-4'],
    ['[i,]', 'syntax.trailingComma 1:2-3'],
    ['[,]', 'syntax.invalid extraComma 1:1-2', 'syntax.trailingComma 1:1-2'],
    ['[i\n,\n\n]', 'syntax.trailingComma 2:3-4'],
    ['[i i]', 'syntax.invalid comma 1:3-4'],
    ['[i\n\ni]', 'syntax.invalid comma 3:4-5'],
    [
      '[i i][i i][,]',
      'syntax.invalid comma 1:3-4',
      'syntax.invalid comma 1:8-9',
      'syntax.invalid extraComma 1:11-12',
      'syntax.trailingComma 1:11-12',
    ],
    ['i i,,i,'],
  ])('of %j are told where they are wrong', (sketch, ...reported) => {
    expect(faultsOf(sketch)).toEqual(reported);
  });

  it('are told as missing once, up to the next one that is there', () => {
    const walk = begin('[i i i,i i');
    read(walk);
    expect(walk.reported).toEqual(['syntax.invalid comma 1:3-4', 'syntax.invalid comma 1:9-10']);
    expect(walk.list.isDoubtful).toBe(true);
    walk.list.close();
    expect(walk.list.isDoubtful).toBe(false);
  });

  it.each(['[?i]', '[i?i]', '[?,i]', '[i,?]', '[i,? ]'])('say nothing beside what cannot be read: %s', (sketch) => {
    expect(faultsOf(sketch)).toEqual([]);
  });

  it.each([
    ['i,i', 'comma-lines'],
    ['[i,i]', 'array'],
  ])('of %s make the log one of %s', (sketch, container) => {
    const walk = begin(sketch);
    read(walk);
    walk.place.shape.record(false, false);
    expect(walk.place.shape.name()).toBe(container);
  });

  it('are told as a look at each of them says', () => {
    const symbol = fc.constantFrom('i', ',', ' ', '\n');
    fc.assert(
      fc.property(fc.array(symbol, { maxLength: 30 }), (symbols) => {
        const sketch = `[${symbols.join('')}]`;
        const solid = sketch.replace(/\s/g, '');
        const count = (pattern: RegExp): number => [...solid.matchAll(pattern)].length;
        const reported = faultsOf(sketch).map((fault) => fault.replace(/ \d+:.*/, ''));
        const wanted = [
          ...Array.from({ length: count(/(?<=[[,]),/g) }, () => 'syntax.invalid extraComma'),
          ...Array.from({ length: count(/ii+/g) }, () => 'syntax.invalid comma'),
          ...Array.from({ length: count(/,\]/g) }, () => 'syntax.trailingComma'),
        ];
        expect(reported.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
});

describe('a list within the list', () => {
  it.each<[sketch: string, ...reported: readonly string[]]>([
    ['[i,[i,i],i]', 'syntax.notAnObject 1:3-4'],
    ['[[i,],i]', 'syntax.notAnObject 1:1-2', 'syntax.trailingComma 1:3-4'],
    ['[i[i]]', 'syntax.invalid comma 1:2-3', 'syntax.notAnObject 1:2-3'],
    ['[[,i]]', 'syntax.notAnObject 1:1-2', 'syntax.invalid extraComma 1:2-3'],
    ['[[i] i]', 'syntax.notAnObject 1:1-2', 'syntax.invalid comma 1:5-6'],
  ])('of %s is an item whose bracket is reported', (sketch, ...reported) => {
    expect(faultsOf(sketch)).toEqual(reported);
  });

  it('ends before the list itself does', () => {
    const walk = begin('[[i');
    read(walk);
    expect([walk.list.close(), walk.list.state.isOpen]).toEqual([false, true]);
    expect([walk.list.close(), walk.list.state.isOpen]).toEqual([true, false]);
  });

  it.each<[text: string, holds: string, more?: boolean]>([
    ['[{"operationName":1}', 'records'],
    ['[ [\n{ "resultType"', 'records'],
    ['[{"id":1}', 'other'],
    ['[1', 'other', true],
    ['[]', 'other'],
    ['[', 'other'],
    ['[', 'unknown', true],
    ['[{"operati', 'unknown', true],
    ['[{"operati', 'other'],
    [`${'['.repeat(60)}{"operationName":1}`, 'records'],
    [`${'['.repeat(100)}{"operationName":1}`, 'other'],
  ])('that begins %j holds %s', (text, holds, more = false) => {
    expect(begin(text).list.innerHolds(!more)).toBe(holds);
  });
});

it.each([
  ['[i]', false],
  ['[i?]', true],
  ['[?i]', false],
  ['[i,]', false],
])('the list %s ends in what cannot be read: %s', (sketch, ends) => {
  const walk = begin(sketch);
  read(walk);
  expect(walk.list.state.endsBroken).toBe(ends);
});

describe('the list of a wrapper', () => {
  it('has its trailing comma told once it is known to have ended', () => {
    const walk = begin('{"records":[i,]');
    walk.list.openWrapper(11, 0, undefined);
    read(walk);
    expect([walk.list.state.isOpen, walk.list.state.inWrapper, walk.list.wrapping, walk.reported]).toEqual([false, true, 'wrapper', []]);
    walk.list.reportTrailingComma();
    walk.list.reportTrailingComma();
    expect(walk.reported).toEqual(['syntax.trailingComma 1:13-14']);
  });

  it('is left through one object after the other, from the innermost one on', () => {
    const { list } = begin('{"a":{"b":{"c":[]');
    const names = withName(undefined, 'c');
    list.openWrapper(15, 2, names);
    expect([list.state.around, list.state.names]).toEqual([2, names]);
    expect([list.leaveObject(), list.state.around, list.state.names]).toEqual([true, 1, undefined]);
    expect([list.leaveObject(), list.leaveObject(), list.state.around]).toEqual([true, false, 0]);
  });

  it('may be followed by a further one, which begins without a comma', () => {
    const walk = begin('{"a":[i?],"b":[i]');
    walk.list.openWrapper(5, 0, undefined);
    walk.place.window.position = 7;
    walk.list.forget();
    walk.list.close();
    walk.list.openFurther(14);
    read(walk);
    expect([walk.reported, walk.list.state.endsBroken, walk.place.offset]).toEqual([[], false, 17]);
  });

  it('leads back to the list in which its wrapper stands', () => {
    const walk = begin('[[i{"a":[[i,],i]} i],i,]');
    const { list, place, reported } = walk;
    place.window.length = 3;
    read(walk);
    list.openWrapper(8, 1, withName(undefined, 'a'));
    expect([list.wrapping, list.state.around, list.state.names?.key]).toEqual(['wrapperInList', 1, 'a']);
    place.window.length = 16;
    read(walk);
    expect(list.state.isOpen).toBe(false);
    expect(reported).toEqual([
      'syntax.notAnObject 1:1-2',
      'syntax.invalid comma 1:3-4',
      'syntax.notAnObject 1:9-10',
      'syntax.trailingComma 1:11-12',
    ]);
    list.leaveWrapper();
    expect([list.wrapping, list.state.isOpen, list.isDoubtful, list.state.around, list.state.names]).toEqual([
      'none',
      true,
      true,
      0,
      undefined,
    ]);
    place.window.length = 20;
    read(walk);
    expect(list.state.isOpen).toBe(true);
    place.window.length = 24;
    read(walk);
    expect([list.state.isOpen, ...reported.slice(4)]).toEqual([false, 'syntax.trailingComma 1:22-23']);
  });

  it('leads back to that of a wrapper around it', () => {
    const { list, reported } = begin('{"a":{"b":[{"c":[]}{}]}}');
    const names = withName(undefined, 'b');
    list.openWrapper(10, 1, names);
    list.openWrapper(16, 0, withName(undefined, 'c'));
    expect([list.wrapping, list.close()]).toEqual(['wrapperInList', true]);
    list.leaveWrapper();
    expect([list.wrapping, list.state.isOpen, list.state.around, list.state.names]).toEqual(['wrapper', true, 1, names]);
    list.beginItem();
    expect(reported).toEqual(['syntax.invalid comma 1:18-19']);
  });

  it('is in one of the first thousand wrappers around it, however deep it is', () => {
    const { list } = begin('['.repeat(3000));
    const depthAfter = (opened: number): number => {
      for (let bracket = 0; bracket < opened; bracket++) {
        list.openWrapper(bracket, 0, undefined);
      }
      let depth = 0;
      for (; list.wrapping === 'wrapperInList'; depth++) {
        list.leaveWrapper();
      }
      list.leaveWrapper();
      list.state.isOpen = false;
      return depth;
    };
    expect([depthAfter(1), depthAfter(1000), depthAfter(3000)]).toEqual([0, 999, 1024]);
  });
});
