import type { Evidence } from './definition/format.ts';
import { foldKey, type PathSet } from './pathSet.ts';
import { stepsOf } from './definition/paths.ts';

export interface CompiledEvidence extends Pick<Evidence, 'weight' | 'startsWith' | 'endsWith'> {
  readonly slot: number;
  /** The first key of the path, in lower case. */
  readonly key: string;
  /** It is there if the key is there with something other than null. */
  readonly isKeyAlone: boolean;
  /** It is there only if the key's value is an object or array, or JSON text of one. */
  readonly isWithin: boolean;
}

/** Numbers the path of evidence in the set of its format. */
export function compileEvidence({ path, weight, startsWith, endsWith }: Evidence, paths: PathSet): CompiledEvidence {
  const steps = [...paths.start, ...stepsOf(path)];
  return {
    slot: paths.add(path),
    key: foldKey(steps[0] ?? ''),
    isKeyAlone: steps.length === 1 && startsWith === undefined && endsWith === undefined,
    isWithin: steps.length > 1,
    weight,
    ...(startsWith !== undefined && { startsWith }),
    ...(endsWith !== undefined && { endsWith }),
  };
}
