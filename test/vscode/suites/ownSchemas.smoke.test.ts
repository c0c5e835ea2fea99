import * as vscode from 'vscode';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { expectEqual, expectTrue } from '../expect.ts';
import {
  auditLog,
  changed,
  closeAll,
  codeOf,
  documentedRecord,
  inWorkspace,
  openTimeline,
  rangeOf,
  rangeText,
  whenProblems,
  writeFile,
} from './support.ts';
import { hoverText } from './textLogs.ts';

const { cloudTrail } = inventedRecords;
const record = JSON.stringify(cloudTrail);
const log = [record, changed(record, { eventID: 'second', awsRegion: 'moon-1' }), ''].join('\n');
const regions = JSON.stringify({ properties: { awsRegion: { pattern: '^(us|eu)-' } } });

/** Says of which schemas the logs of this suite are checked, by pattern. */
async function useSchemas(schemas: object | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('auditLog').update('schemas', schemas, vscode.ConfigurationTarget.Workspace);
}

/** The findings that schemas have led to, with the pieces of the log that they are at. */
function ofSchemas(problems: readonly vscode.Diagnostic[]): readonly string[] {
  return problems
    .filter((problem) => /^schema\.(custom|unusable)$/.test(codeOf(problem)))
    .toSorted((one, other) => one.range.start.compareTo(other.range.start))
    .map((problem) => `${codeOf(problem)} ${rangeText(problem.range)}`);
}

const whenOfSchemas = (uri: vscode.Uri, what: string, expected: readonly string[]): Promise<readonly vscode.Diagnostic[]> =>
  whenProblems(uri, what, (found) => JSON.stringify(ofSchemas(found)) === JSON.stringify(expected));

const atRegion = `schema.custom ${rangeText(rangeOf(log, '"moon-1"'))}`;
const unusable = 'schema.unusable 0:0-0:0';

describe('schemas of users’ own', () => {
  beforeEach(closeAll);

  afterEach(() => useSchemas(undefined));

  it('are held against logs that a pattern names: in the text, its hovers, and the timeline', async () => {
    await writeFile('regions.schema.json', regions);
    await useSchemas({ 'ownschema*.jsonl': 'regions.schema.json' });
    const uri = await writeFile('ownschema.jsonl', log);
    const other = await writeFile('otherschema.jsonl', log);
    await vscode.commands.executeCommand('vscode.openWith', other, 'default', { preview: false });
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    const found = await whenOfSchemas(uri, 'are of the schema', [atRegion]);
    const problem = found.find((one) => codeOf(one) === 'schema.custom');
    expectTrue(problem?.message.includes('regions.schema.json') === true, `the schema is named in ${problem?.message}`);
    expectEqual(ofSchemas(vscode.languages.getDiagnostics(other)), []);
    expectTrue((await hoverText(uri, rangeOf(log, '"moon-1"').start)).length > 0, 'the value has a hover');
    await openTimeline(uri);
    const answer = await (await auditLog()).request(uri.toString(), 'findings', { query: '', limit: 100, items: 10 });
    expectTrue(
      answer.status === 'ok' && JSON.stringify(answer).includes('schema.custom'),
      `the timeline has it: ${JSON.stringify(answer)}`,
    );
  });

  it('are read again when they change, and when the setting does', async () => {
    await writeFile('regions.schema.json', regions);
    const uri = await writeFile('ownschema.jsonl', `${log}${changed(record, { eventID: 'third', eventTime: 'yesterday' })}\n`);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    await whenProblems(uri, 'are there', ({ length }) => length > 0);
    await useSchemas({ 'ownschema*.jsonl': 'regions.schema.json' });
    await whenOfSchemas(uri, 'follow the setting', [atRegion]);
    await writeFile('regions.schema.json', JSON.stringify({ properties: { eventID: { not: { const: 'second' } } } }));
    await whenOfSchemas(uri, 'follow the schema', [`schema.custom ${rangeText(rangeOf(log, '"second"'))}`]);
    await useSchemas(undefined);
    await whenOfSchemas(uri, 'are gone', []);
  });

  it('show what is wrong in themselves, in their own text, until it is mended', async () => {
    const faulty = '{\n  "properties": { "awsRegion": { "type": "strin", "pattern": "^(us|eu)-" } }\n}\n';
    const schema = await writeFile('faulty.schema.json', faulty);
    await useSchemas({ 'ownschema*.jsonl': 'faulty.schema.json' });
    const uri = await writeFile('ownschema.jsonl', log);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    await whenOfSchemas(uri, 'say that it cannot be used', [unusable]);
    const places = (found: readonly vscode.Diagnostic[]): readonly string[] => found.map(({ range }) => rangeText(range));
    const at = async (what: string, text: string, piece: string): Promise<void> => {
      await whenProblems(schema, what, (found) => places(found).join() === rangeText(rangeOf(text, piece)));
    };
    await at('are at the type', faulty, '"strin"');
    const broken = faulty.replace(' } }\n', ' }, \n');
    await writeFile('faulty.schema.json', broken);
    await whenProblems(
      schema,
      'are at the broken JSON',
      (found) => found.length === 1 && places(found)[0] !== rangeText(rangeOf(faulty, '"strin"')),
    );
    const version = `{"$schema": "http://json-schema.org/draft-04/schema#"}`;
    await writeFile('faulty.schema.json', version);
    await at('are at the version', version, '"http://json-schema.org/draft-04/schema#"');
    const hostile = '{"properties": {"awsRegion": {"pattern": "(?=a)b"}}}';
    await writeFile('faulty.schema.json', hostile);
    await at('are at the pattern', hostile, '"(?=a)b"');
    await whenOfSchemas(uri, 'still say so', [unusable]);
    await writeFile('faulty.schema.json', regions);
    await whenProblems(schema, 'are gone', ({ length }) => length === 0);
    await whenOfSchemas(uri, 'are of the schema', [atRegion]);
  });

  it('that are not there are said, until they are', async () => {
    await vscode.workspace.fs.delete(inWorkspace('later.schema.json')).then(undefined, () => undefined);
    await useSchemas({ 'ownschema*.jsonl': 'later.schema.json' });
    const uri = await writeFile('ownschema.jsonl', log);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    await whenOfSchemas(uri, 'say that it is missing', [unusable]);
    await writeFile('later.schema.json', regions);
    await whenOfSchemas(uri, 'are of the schema', [atRegion]);
  });

  it('cannot hang anything with their patterns and references', async () => {
    const doubling = { properties: { deep: { allOf: [{ $ref: '#' }, { $ref: '#' }] } }, pattern: '^(a+)+$' };
    await writeFile('hostile.schema.json', JSON.stringify(doubling));
    await useSchemas({ 'ownschema*.jsonl': 'hostile.schema.json' });
    const deep = changed(record, { eventID: 'deep', deep: JSON.parse(`${'{"deep":'.repeat(50)}{}${'}'.repeat(50)}`) as object });
    const uri = await writeFile('ownschema.jsonl', `${record}\n${deep}\n`);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    await whenOfSchemas(uri, 'say that it is given up', [`schema.unusable 1:0-1:${deep.length}`]);
  });

  it('can replace the schema of the format', async () => {
    await writeFile('any.schema.json', '{}');
    const uri = await writeFile('ownschema.jsonl', `${changed(await documentedRecord(), { resultType: 700_700 })}\n`);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: false });
    const codes = (found: readonly vscode.Diagnostic[]): readonly string[] => found.map(codeOf);
    await whenProblems(uri, 'are of the format', (found) => codes(found).includes('schema.type'));
    await useSchemas({ 'ownschema*.jsonl': { file: 'any.schema.json', mode: 'replace' } });
    await whenProblems(uri, 'are not of the format', (found) => found.length > 0 && !codes(found).includes('schema.type'));
  });
});
