import { _, Ajv, type Code, type CodeKeywordDefinition, type Name, type Options } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { compileRegex } from '../regex/compileRegex.ts';
import type { dialectNames } from './dialects.ts';
import { equalItems } from './equalItems.ts';

/** Of longer texts a `format` is not checked: not all of its regular expressions take linear time. */
const longestFormatted = 4096;

/** Instructions of a pattern's program that count as one step. */
const instructionsOfStep = 16;

type Dialect = (typeof dialectNames)[number];

const dialects = {
  'https://json-schema.org/draft/2020-12/schema': (options: Options) => new Ajv2020(options),
  'https://json-schema.org/draft/2019-09/schema': (options: Options) => new Ajv2019(options),
  'http://json-schema.org/draft-07/schema': (options: Options) => new Ajv(options),
} as const satisfies Readonly<Record<Dialect, unknown>>;

/** A validator of any version. */
export type AnyAjv = Ajv | Ajv2019 | Ajv2020;

/** What the validator is given, as it is a file of its own that is loaded when it is needed. */
export interface Surroundings {
  readonly compileRegex: typeof compileRegex;
  /** Counts what is done; may throw. */
  readonly take: (steps: number) => void;
}

/** Makes a validator of a version. */
export type MakeAjv = (dialect: Dialect, surroundings: Surroundings) => AnyAjv;

/**
 * A validator for one schema. What makes others take quadratic time or worse does not here: patterns run in linear time, and equal items
 * are found by their text. What multiplies all the same, such as references, is counted.
 */
export const safeAjv: MakeAjv = (dialect, surroundings) => {
  const ajv: AnyAjv = dialects[dialect](optionsFor(surroundings));
  for (const [format, checks] of Object.entries(fullFormats)) {
    if (checks instanceof RegExp) {
      ajv.addFormat(format, (text: string) => text.length > longestFormatted || checks.test(text));
    } else if (typeof checks === 'function') {
      ajv.addFormat(format, (text: string) => text.length > longestFormatted || checks(text));
    } else {
      ajv.addFormat(format, checks);
    }
  }
  const validate = uniqueItems(surroundings.take);
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate, errors: true });
  countKeywords(ajv, surroundings.take);
  return ajv;
};

/** Keywords that look at each key of an object. */
const ofEachKey: ReadonlySet<string> = new Set([
  'additionalProperties',
  'maxProperties',
  'minProperties',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
]);

/** Has every keyword count itself, its parts, and what it looks at, each time it is applied. */
function countKeywords(ajv: AnyAjv, take: Surroundings['take']): void {
  for (const rule of Object.values(ajv.RULES.all)) {
    if (typeof rule === 'object' && 'code' in rule.definition) {
      const { keyword, definition } = rule;
      const counted: CodeKeywordDefinition['code'] = (context, type) => {
        const schema: unknown = context.schema;
        const parts = typeof schema === 'object' && schema !== null ? Object.keys(schema).length : 0;
        context.gen.code(_`${context.gen.scopeValue('func', { ref: take })}(${1 + parts} + ${extent(keyword, type, context.data)})`);
        definition.code(context, type);
      };
      rule.definition = { ...definition, code: counted };
    }
  }
}

/** Code for how much of a value a keyword looks at, as far as it is not counted elsewhere. */
function extent(keyword: string, type: string | undefined, data: Name): Code {
  if (type === 'string' || type === 'array') {
    return _`${data}.length`;
  }
  return type === 'object' && ofEachKey.has(keyword) ? _`Object.keys(${data}).length` : _`0`;
}

function optionsFor({ compileRegex: compile, take }: Surroundings): Options {
  /** Throws where a pattern cannot be used. */
  const regExp = (pattern: string): { readonly test: (text: string) => boolean; readonly toString: () => string } => {
    const regex = compile(pattern, '');
    if (typeof regex !== 'function') {
      throw new TypeError(`pattern ${pattern}`);
    }
    const test = (text: string): boolean => {
      take(1 + (text.length * regex.size) / instructionsOfStep);
      return regex(text);
    };
    // The library takes patterns with the same text for the same.
    return { test, toString: () => pattern };
  };
  return {
    allErrors: true,
    messages: false,
    // What is unknown is an annotation, as the specification has it.
    strict: false,
    logger: false,
    // A key of a record is its own, and none that all objects inherit.
    ownProperties: true,
    // It is done apart, with the places of what is wrong.
    validateSchema: false,
    // References are counted where they are followed.
    inlineRefs: false,
    // Large schemas take a third of the time to compile.
    code: { regExp: Object.assign(regExp, { code: 'compileRegex' }), optimize: false },
  };
}

type ItemsCheck = { (isDemanded: boolean, items: readonly unknown[]): boolean; errors?: { keyword: string; params: object }[] };

function uniqueItems(take: Surroundings['take']): ItemsCheck {
  const check: ItemsCheck = (isDemanded, items) => {
    const equal = isDemanded ? equalItems(items, take) : undefined;
    check.errors = equal === undefined ? [] : [{ keyword: 'uniqueItems', params: { i: equal[0], j: equal[1] } }];
    return equal === undefined;
  };
  return check;
}
