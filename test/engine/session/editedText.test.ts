import { describe, expect, it } from 'vitest';
import { EditedText } from '../../../src/engine/session/editedText.ts';

describe('an edit', () => {
  const text = new EditedText({ kind: 'text', name: 'a', text: 'one two', version: 4 });

  it('that is of another version, after the end, or of another length is refused', () => {
    const edit = { base: 4, version: 5, length: 8, changes: [{ offset: 0, removed: 3, text: 'four' }] };
    expect(text.apply({ ...edit, base: 3 })).toBe(false);
    expect(text.apply({ ...edit, changes: [{ offset: 6, removed: 2, text: '' }] })).toBe(false);
    expect(text.apply({ ...edit, length: 7 })).toBe(false);
    expect(text.version).toBe(4);
  });

  it('changes several places one after the other', async () => {
    const changes = [
      { offset: 4, removed: 3, text: 'six' },
      { offset: 0, removed: 0, text: '> ' },
    ];
    expect(text.apply({ base: 4, version: 9, length: 9, changes })).toBe(true);
    expect([text.version, new TextDecoder().decode(await text.source().read(0, 100))]).toEqual([9, '> one six']);
  });
});
