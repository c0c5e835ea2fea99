import type { Path } from './format.ts';

/** Each item of an array. */
const each = '[]';

/** The steps of a path: keys, and `[]` for the items of an array. */
export function stepsOf(path: Path): readonly string[] {
  return typeof path === 'string'
    ? path.split('.').flatMap((step) => (step.endsWith(each) ? [step.slice(0, -each.length), each] : [step]))
    : path;
}
