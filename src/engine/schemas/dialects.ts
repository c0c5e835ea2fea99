/** The versions of JSON Schema that can be used, as `$schema` names them; the first where it names none. */
export const dialectNames = [
  'https://json-schema.org/draft/2020-12/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'http://json-schema.org/draft-07/schema',
] as const;

/** The version that `$schema` names, undefined where there is no such one. */
export function dialectOf(name: string): (typeof dialectNames)[number] | undefined {
  const plain = name.replace(/#$/, '');
  return dialectNames.find((dialect) => dialect === plain);
}
