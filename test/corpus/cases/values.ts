import type { CorpusCase } from '../corpusCase.ts';
import { fields, record } from './record.ts';

/** Values that careless readers change, lose or fall over. */
export const valueCases: readonly CorpusCase[] = [
  {
    file: 'values/big-integers.ndjson',
    why: 'Integers beyond 2^53: the sequence number is kept exactly and not told of, any other number is.',
    log: `${record(1, { env_seqNum: '18446744073709551615', env_flags: '⟨9007199254740993⟩' })}\n${record(2, { env_seqNum: '9007199254740993' })}\n`,
    findings: ['value.number /env_flags'],
  },
  {
    file: 'values/held-integers.ndjson',
    why: 'JavaScript holds 2^53, 2^60 and 10^22 exactly, though not the integers beside them.',
    log: `${record(1, { env_flags: '9007199254740992', env_cv: 'null,⟨"n"⟩:[1152921504606846976,1e22,⟨1e23⟩]' })}\n${record(2, { env_flags: '⟨1152921504606846977⟩' })}\n`,
    findings: ['value.unknownKey /n', 'value.number /n/2', 'value.number /env_flags'],
  },
  {
    file: 'values/sequence-bounds.ndjson',
    why: 'The sequence number has 64 bits: one more is refused, and so is one less than none.',
    log: `${record(1, { env_seqNum: '⟨18446744073709551616⟩' })}\n${record(2, { env_seqNum: '⟨-1⟩' })}\n${record(3, { env_seqNum: '⟨1.5⟩' })}\n`,
    findings: ['schema.value /env_seqNum', 'schema.value /env_seqNum', 'schema.type /env_seqNum'],
  },
  {
    file: 'values/huge-number.ndjson',
    why: '1e400 is a number of JSON, and none that JavaScript can hold; above 100 percent it is, too.',
    log: `${record(1, { env_popSample: '⟨⟨1e400⟩⟩' })}\n`,
    findings: ['schema.value /env_popSample', 'value.number /env_popSample'],
  },
  {
    file: 'values/zero.ndjson',
    why: '0.0 stays 0.0 and 2.10 stays 2.10 where a record is shown or copied.',
    log: `${record(1, { env_popSample: '0.0', env_ver: '2.10', env_flags: '-0' })}\n`,
  },
  {
    file: 'values/duplicate-keys.ndjson',
    why: 'Of a key that stands twice JSON.parse keeps the last in silence.',
    log: `«${fields(1).replace('"operationName"', '‹"operationName"›').slice(0, -1)},⟨"operationName"⟩:"ResetAttestationPolicy"}»\n`,
    findings: ['syntax.duplicateKey /operationName'],
  },
  {
    file: 'values/duplicate-keys-thrice.ndjson',
    why: 'A key that stands three times is told at its second place and at its third, whose value counts.',
    log: `«${fields(1).replace('"operationName"', '‹‹"operationName"››').slice(0, -1)},⟨"operationName"⟩:"CreateInstance",⟨"operationName"⟩:"ResetAttestationPolicy"}»\n`,
    findings: ['syntax.duplicateKey /operationName', 'syntax.duplicateKey /operationName'],
    matches: { 'operation:ResetAttestationPolicy': 1, 'operation:CreateInstance': 0 },
  },
  {
    file: 'values/duplicate-keys-inside.ndjson',
    why: 'A key may stand twice anywhere in a record, also spelled with an escape.',
    log: `${record(1, { callerIdentities: '[{"callerIdentityType":"UPN",‹"callerIdentity"›:"a@b.c",⟨"callerIdentit\\u0079"⟩:"b@b.c"}]' })}\n`,
    findings: ['syntax.duplicateKey /callerIdentities/0/callerIdentity'],
  },
  {
    file: 'values/duplicate-keys-hidden.ndjson',
    why: 'A value that a later equal key hides is part of the text: what stands twice in it is told as well.',
    log: `${record(1, { callerIdentities: '[{"callerIdentityType":"UPN","callerIdentityType":"UPN","callerIdentity":"a@b.c"}]' })
      .replace('"callerIdentityType":"UPN","callerIdentityType"', '‹"callerIdentityType"›:"UPN",⟨"callerIdentityType"⟩')
      .replace('"callerIdentities"', '‹"callerIdentities"›')
      .replace('}»', ',⟨"callerIdentities"⟩:[{"callerIdentityType":"UPN","callerIdentity":"b@b.c"}]}»')}\n`,
    findings: ['syntax.duplicateKey /callerIdentities/0/callerIdentityType', 'syntax.duplicateKey /callerIdentities'],
    matches: { 'caller:b@b.c': 1, 'caller:a@b.c': 0 },
  },
  {
    file: 'values/prototype-values.ndjson',
    why: 'Names of JavaScript’s own object members are values like any other.',
    log: `${record(1, { callerDisplayName: '"__proto__"', resultDescription: '"constructor"' })}\n${record(2, { operationName: '⟨"__proto__"⟩', resultType: '⟨"constructor"⟩' })}\n`,
    findings: ['value.unknownOperation /operationName', 'value.unknownResult /resultType'],
    matches: {
      'callerDisplayName:__proto__ description:constructor': 1,
      'operation:__proto__ result:constructor': 1,
      'operation:toString': 0,
    },
  },
  {
    file: 'values/prototype-keys.ndjson',
    why: 'Keys named like JavaScript’s own object members are keys like any other, and change no object.',
    log: `${record(1, { env_cv: 'null,⟨"__proto__"⟩:{"resultType":"Failure"},⟨"constructor"⟩:{"prototype":{}},⟨"toString"⟩:"x"' })}\n${record(2, { env_cv: 'null,‹"__proto__"›:1,⟨"__proto__"⟩:2' })}\n`,
    findings: [
      'value.unknownKey /__proto__',
      'value.unknownKey /constructor',
      'value.unknownKey /toString',
      'syntax.duplicateKey /__proto__',
    ],
    matches: { 'result:Success': 2, 'key.toString:x': 1, 'key.__proto__:2': 1, 'key.valueOf:*': 0 },
  },
  {
    file: 'values/tiny-number.ndjson',
    why: '1e-400 is more than zero, which is what JavaScript makes of it.',
    log: `${record(1, { env_popSample: '⟨1e-400⟩' })}\n`,
    findings: ['value.number /env_popSample'],
  },
  {
    file: 'values/null-and-missing.ndjson',
    why: 'null is the regular form of absent, but not for a required key; a missing one is told at the record.',
    log: `${record(1, { requestId: 'null', env_cv: 'null', env_epoch: 'null' })}\n⟨«{${fields(2).slice('{"operationName":"SetCurrentPolicy",'.length)}»⟩\n${record(3, { targetResources: '⟨null⟩' })}\n`,
    findings: ['schema.required', 'schema.type /targetResources'],
  },
  {
    file: 'values/deep.ndjson',
    why: 'A value nested deeper than any cap is told as far as it goes and breaks nothing.',
    log: `${record(1)}\n${record(2, { resultDescription: `⟨${'['.repeat(3000)}${']'.repeat(3000)}⟩` })}\n${record(3)}\n`,
    findings: ['schema.type /resultDescription'],
  },
  {
    file: 'values/nesting.ndjson',
    why: 'A value nested a million deep: no recursion without a cap.',
    log: `${record(1)}\n${record(2, { resultDescription: `⟨${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}⟩` })}\n${record(3)}\n`,
    findings: ['schema.type /resultDescription'],
    unstored: true,
  },
  {
    file: 'values/nesting-objects.ndjson',
    why: 'Objects nested a million deep, as an array of the same depth.',
    log: `${record(1)}\n${record(2, { resultDescription: `⟨${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}⟩` })}\n${record(3)}\n`,
    findings: ['schema.type /resultDescription'],
    unstored: true,
  },
  {
    file: 'values/long-key.ndjson',
    why: 'A key above 1 MB is a key like any other.',
    log: `${record(1)}\n${record(2, { env_cv: `null,⟨"${'k'.repeat(1_500_000)}"⟩:1` })}\n${record(3)}\n`,
    findings: [`value.unknownKey /${'k'.repeat(1_500_000)}`],
    unstored: true,
  },
  {
    file: 'values/long-string.ndjson',
    why: 'A string above 1 MB is a value like any other.',
    log: `${record(1)}\n${record(2, { resultDescription: `"${'x'.repeat(1_500_000)}"` })}\n${record(3)}\n`,
    unstored: true,
  },
  {
    file: 'values/many-digits.ndjson',
    why: 'A number of thousands of digits takes no time and breaks nothing.',
    log: `${record(1, { env_flags: `⟨⟨1${'0'.repeat(5000)}⟩⟩` })}\n`,
    findings: ['value.number /env_flags', 'schema.value /env_flags'],
  },
];
