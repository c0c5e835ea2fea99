import { Ajv, type Options } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compileRegex } from '../regex/compileRegex.ts';
import { equalItems } from './equalItems.ts';

/** Of longer texts a `format` is not checked: not all of its regular expressions take linear time. */
const longestFormatted = 4096;

/** The versions of JSON Schema, as `$schema` names them. */
const dialects = {
  'https://json-schema.org/draft/2020-12/schema': () => new Ajv2020(options),
  'https://json-schema.org/draft/2019-09/schema': () => new Ajv2019(options),
  'http://json-schema.org/draft-07/schema': () => new Ajv(options),
} as const;

/** A validator of any version. */
export type AnyAjv = Ajv | Ajv2019 | Ajv2020;

export const dialectNames = Object.keys(dialects);

/**
 * A validator for one schema, of a version; undefined where there is no such version. What makes others take quadratic time or worse
 * does not here: patterns run in linear time, and equal items are found by their text.
 */
export function safeAjv(dialect: string): AnyAjv | undefined {
  const name = dialect.replace(/#$/, '');
  if (!Object.hasOwn(dialects, name)) {
    return undefined;
  }
  const ajv = dialects[name as keyof typeof dialects]();
  for (const [format, checks] of Object.entries(fullFormats)) {
    if (checks instanceof RegExp) {
      ajv.addFormat(format, (text: string) => text.length > longestFormatted || checks.test(text));
    } else if (typeof checks === 'function') {
      ajv.addFormat(format, (text: string) => text.length > longestFormatted || checks(text));
    } else {
      ajv.addFormat(format, checks);
    }
  }
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: uniqueItems, errors: true });
  return ajv;
}

/** Throws where a pattern cannot be used. */
function regExp(pattern: string): { readonly test: (text: string) => boolean; readonly toString: () => string } {
  const test = compileRegex(pattern, '');
  if (typeof test !== 'function') {
    throw new TypeError(`pattern ${pattern}`);
  }
  // The library takes patterns with the same text for the same.
  return { test, toString: () => pattern };
}

const options: Options = {
  allErrors: true,
  messages: false,
  // What is unknown is an annotation, as the specification has it.
  strict: false,
  logger: false,
  // A key of a record is its own, and none that all objects inherit.
  ownProperties: true,
  // It is done apart, with the places of what is wrong.
  validateSchema: false,
  code: { regExp: Object.assign(regExp, { code: 'compileRegex' }) },
};

const uniqueItems: { (isDemanded: boolean, items: readonly unknown[]): boolean; errors?: { keyword: string; params: object }[] } = (
  isDemanded,
  items,
) => {
  const equal = isDemanded ? equalItems(items) : undefined;
  uniqueItems.errors = equal === undefined ? [] : [{ keyword: 'uniqueItems', params: { i: equal[0], j: equal[1] } }];
  return equal === undefined;
};
