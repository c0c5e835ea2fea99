import { expect, test } from 'vitest';
import { schemaRules, type SchemaRule } from '../../../src/host/base/schemaRules.ts';

const extend = (file: string): SchemaRule => ({ file, mode: 'extend' });

test.each<[setting: unknown, rules: readonly SchemaRule[]]>([
  [undefined, []],
  ['a.json', []],
  [[], []],
  [{ '*.log': 'a.json' }, []],
  [{ '*.ndjson': 'a.json' }, [extend('a.json')]],
  [{ '*.ndjson': { file: 'a.json' } }, [extend('a.json')]],
  [{ '*.ndjson': { file: 'a.json', mode: 'replace' } }, [{ file: 'a.json', mode: 'replace' }]],
  // All patterns that match, each file once.
  [{ '*.ndjson': 'a.json', 'logs/**': 'b.json', '**/x.*': 'a.json' }, [extend('a.json'), extend('b.json')]],
  // What is no rule.
  [{ '*.ndjson': '', 'logs/**': 7, '**': { mode: 'replace' }, '**/*': { file: '' }, 'x.*': null }, []],
])('%j says of logs/x.ndjson: %j', (setting, rules) => {
  expect(schemaRules(setting, 'logs/x.ndjson')).toEqual(rules);
});
