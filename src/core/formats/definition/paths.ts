/**
 * Keys joined by dots, from the outermost object on; `[]` after a key means each item of its array. A list of keys in place
 * of that where a key itself holds dots. Keys are compared exactly first, then without regard to case. A value that is JSON
 * text is looked into like the object or array in it.
 */
export type Path = string | readonly string[];

/** Each item of an array. */
const each = '[]';

/** The steps of a path: keys, and `[]` for the items of an array. */
export function stepsOf(path: Path): readonly string[] {
  return typeof path === 'string'
    ? path.split('.').flatMap((step) => (step.endsWith(each) ? [step.slice(0, -each.length), each] : [step]))
    : path;
}

/** Whether a source of a value is a path, and not made of several. */
export function isPath(source: object | Path): source is Path {
  return typeof source === 'string' || Array.isArray(source);
}
