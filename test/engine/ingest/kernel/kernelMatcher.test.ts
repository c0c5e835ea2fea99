import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../../../src/core/reading/recordReader.ts';
import { RecordTable } from '../../../../src/engine/columns/recordTable.ts';
import { FindingWords } from '../../../../src/engine/findings/findingWords.ts';
import { RecordIndexer } from '../../../../src/engine/ingest/general/recordIndexer.ts';
import { invent } from '../../../bench/inventedLog.ts';
import { KernelReading } from './kernelReading.ts';

const encoder = new TextEncoder();

function recordOf(operation: string): string {
  return `{"operationName":"${operation}","env_time":"2020-11-23T18:23:29Z"}`;
}

/** A reading that the kernel takes part in, and that knows the operations SetCurrentPolicy and CreateInstance. */
function started(): KernelReading {
  const reading = new KernelReading();
  ['SetCurrentPolicy', 'CreateInstance', 'SetCurrentPolicy', 'CreateInstance'].forEach((operation) => reading.read(recordOf(operation)));
  return reading;
}

describe('the records ahead', () => {
  it('are read one after the other', () => {
    const reading = started();
    const lines = ['SetCurrentPolicy', 'CreateInstance', 'AddPolicyCertificate', 'SetCurrentPolicy'].map(recordOf);
    const bytes = encoder.encode(`${lines.join('\n')}\n`);
    reading.matcher.renew();
    const operations = lines.map((_, index) => {
      const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
      const { by, fields } = reading.readAt(bytes, start, start + lines[index]!.length);
      return [by, reading.records.table.operations.text(fields.operation)];
    });
    expect(operations).toEqual([
      ['kernel', 'SetCurrentPolicy'],
      ['kernel', 'CreateInstance'],
      ['kernel', 'AddPolicyCertificate'],
      ['kernel', 'SetCurrentPolicy'],
    ]);
  });

  it('may be passed over', () => {
    const { matcher } = started();
    const [first, second] = [recordOf('SetCurrentPolicy'), recordOf('CreateInstance')];
    const bytes = encoder.encode([first, first, second].join('\n'));
    matcher.renew();
    expect(matcher.scan(bytes, 0, bytes.length)).toBe(first.length);
    const last = 2 * (first.length + 1);
    expect(matcher.scan(bytes, last, bytes.length)).toBe(bytes.length);
  });

  it('end where others say that the bytes end', () => {
    const { matcher } = started();
    const bytes = encoder.encode(recordOf('SetCurrentPolicy'));
    matcher.renew();
    expect(matcher.scan(bytes, 0, bytes.length - 1)).toBe(-1);
    matcher.renew();
    expect(matcher.scan(bytes, 0, bytes.length)).toBe(bytes.length);
  });

  it('are others when the bytes of the same array are', () => {
    const reading = started();
    const bytes = encoder.encode(recordOf('SetCurrentPolicy'));
    const { matcher } = reading;
    matcher.renew();
    expect(matcher.scan(bytes, 0, bytes.length)).toBe(bytes.length);
    const other = recordOf('CreateInstance');
    bytes.set(encoder.encode(other));
    matcher.renew();
    const { by, fields } = reading.readAt(bytes, 0, other.length);
    expect([by, reading.records.table.operations.text(fields.operation)]).toEqual(['kernel', 'CreateInstance']);
    bytes[0] = 0x5b;
    matcher.renew();
    expect(matcher.scan(bytes, 0, bytes.length)).toBe(-1);
  });
});

/** What it costs to read a log in one piece. */
function steps(log: string): RecordIndexer['steps'] {
  const indexer = new RecordIndexer(new RecordTable(1), new FindingWords(1), 1);
  const reader = new RecordReader(indexer, indexer);
  reader.push(encoder.encode(log));
  reader.end();
  return indexer.steps;
}

/** Records of which nothing is to be reported, in one shape or in six. */
function linesOf(records: number, shapes: 1 | 6 = 1): readonly string[] {
  return [...invent({ records, cardinality: 'low', shapes })].map((line) => line.trimEnd());
}

describe('the kernel takes part', () => {
  it('after some records, so that it costs short logs nothing', () => {
    expect(steps(linesOf(60).join('\n')).byKernel).toBe(0);
  });

  it('in logs that are longer than what it takes at once', () => {
    const lines = linesOf(2000);
    expect(lines.join('\n').length).toBeGreaterThan(600_000);
    expect(steps(lines.join('\n')).byKernel).toBeGreaterThan(1800);
  });

  it('for every shape that records have', () => {
    const lines = linesOf(2000, 6);
    expect(steps(lines.join('\n')).byKernel).toBeGreaterThan(1800);
  });

  it('no more where nearly all that it does is in vain', () => {
    // Each record has a value of its own that needs a look, as it holds an escape.
    const lines = linesOf(2000).map((line, index) =>
      line.replace(/"callerDisplayName":[^,]*/, String.raw`"callerDisplayName":"\u0041${index}"`),
    );
    const { byKernel, matched } = steps(lines.join('\n'));
    expect(byKernel).toBeLessThan(50);
    expect(matched).toBeGreaterThan(1900);
  });
});
