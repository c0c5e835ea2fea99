import type { CorpusCase } from '../corpusCase.ts';
import { record } from './record.ts';

/** A case with a JSON Schema of the user's own. Without the schema nothing is wrong with it, so it is no file of the corpus. */
export interface OwnSchemaCase extends CorpusCase {
  readonly schema: object;
}

/** What schemas of users' own refuse. */
export const ownSchemaCases: readonly OwnSchemaCase[] = [
  {
    file: 'ownSchema/values.ndjson',
    why: 'A schema of the user’s own is held against records of a known format: values at themselves, a missing field at the object.',
    log: [
      record(1, { requestId: '"R7"', nCloud: '"public"' }),
      record(2, { requestId: '⟨"r7"⟩', nCloud: '⟨"other"⟩' }),
      `⟨${record(3, { nCloud: '"public"' })}⟩`,
      '',
    ].join('\n'),
    schema: { required: ['requestId'], properties: { requestId: { pattern: '^R\\d+$' }, nCloud: { const: 'public' } } },
    findings: ['schema.custom /requestId', 'schema.custom /nCloud', 'schema.custom'],
  },
  {
    file: 'ownSchema/keys.ndjson',
    why: 'A field that must not be is told at its key, and draft-07 is known by its name.',
    log: `${record(1, { nCloud: '{"a":1}' }).replace('{"a":1}', '⟨{⟨"a"⟩:1}⟩')}\n`,
    schema: { $schema: 'http://json-schema.org/draft-07/schema#', properties: { nCloud: { additionalProperties: false } } },
    findings: ['schema.type /nCloud', 'schema.custom /nCloud/a'],
  },
];
