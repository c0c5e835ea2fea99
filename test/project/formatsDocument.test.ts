import { describe, expect, it } from 'vitest';
import schema from '../../src/core/formats/auditFormat.schema.json' with { type: 'json' };
import { commandLine, type CommandResult } from '../cli/commandLine.ts';
import { readRoot } from './sourceFiles.ts';

const document = readRoot('docs/formats.md');
const [record = '', example = ''] = [...document.matchAll(/```json\n([^]*?)```/g)].map(([, code]) => code!);

function ask(command: string, ...words: readonly string[]): Promise<CommandResult> {
  return commandLine([command, '{doors.ndjson}', '--format-file', '{doors.audit-format.json}', ...words], {
    'doors.ndjson': record,
    'doors.audit-format.json': example,
  });
}

describe('docs/formats.md', () => {
  it('explains every part of a format', () => {
    const table = document.split('## The parts')[1] ?? '';
    const named = new Set([...table.matchAll(/`(\$?\w+)`/g)].map(([, name]) => name));
    const { properties } = schema;
    const inner = [properties.detection, properties.outcome, properties.changes, properties.events, properties.fields].flatMap(
      ({ items }) => Object.keys(items.properties),
    );
    const missing = [...Object.keys(properties), ...Object.keys(properties.sequence.properties), ...inner].filter(
      (name) => !named.has(name),
    );
    expect(missing).toEqual([]);
    const required = /^`id`.* are required\.$/m.exec(table)?.[0] ?? '';
    expect([...required.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(schema.required);
  });

  it('has an example of about twenty lines that reads its record', async () => {
    expect(example.trim().split('\n').length).toBeLessThanOrEqual(21);
    const { code, output, errors } = await ask('summary', '--json');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(JSON.parse(output)).toMatchObject({
      sources: [{ formats: { doorLog: 1 } }],
      time: { first: '2026-01-10T08:15:00Z' },
      operations: { 'door.open': 1 },
      results: { denied: 1 },
      resultGroups: { clientError: 1 },
      callers: { 'ana@contoso.example': 1 },
      targets: { Door: { North: 1 }, Site: { Berlin: 1 } },
      findings: { error: 0, warning: 0, information: 0 },
    });
  });

  it('names filters that find the record', async () => {
    const sentence = /^Now .* are filters.*$/m.exec(document)?.[0] ?? '';
    const filters = [...sentence.matchAll(/`([^`]+)`/g)].map(([, filter]) => filter!);
    expect(filters).toHaveLength(5);
    for (const filter of filters) {
      expect([filter, (await ask('records', '--where', filter)).output]).toEqual([filter, record]);
    }
  });

  it('shows the fault as the command line reports it', async () => {
    const shown = /`(doors\.audit-format\.json:[^`]*)`/.exec(document)?.[1];
    const broken = JSON.stringify({ ...JSON.parse(example), detection: [{ path: 'badge', weight: 11 }] }, undefined, 1);
    const { code, errors } = await commandLine(['check', '{log}', '--format-file', '{doors.audit-format.json}'], {
      log: record,
      'doors.audit-format.json': broken,
    });
    expect({ code, errors }).toEqual({ code: 2, errors: `audit-log: ${shown}\n` });
  });
});
