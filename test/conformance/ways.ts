import { builtInFormats } from '../../src/core/formats/builtInFormats.ts';
import type { FormatSet } from '../../src/core/formats/formatSet.ts';
import { resolveField } from '../../src/core/query/fields.ts';
import { RecordReader } from '../../src/core/reading/recordReader.ts';
import { ByteDictionary } from '../../src/engine/columns/byteDictionary.ts';
import { wholeBlock } from '../../src/engine/columns/blocks.ts';
import { type RecordTable, validTime } from '../../src/engine/columns/recordTable.ts';
import type { FindingTable } from '../../src/engine/findings/findingTable.ts';
import { RecordIndexer } from '../../src/engine/ingest/general/recordIndexer.ts';
import type { KernelPace } from '../../src/engine/ingest/kernel/kernelPace.ts';
import { fastWays, type FastWay } from '../../src/engine/ingest/general/recordWay.ts';
import { columnParts } from '../../src/engine/query/columnValues.ts';
import { ResourceIds } from '../../src/engine/query/resourceIds.ts';
import { Intake } from '../engine/ingest/intake.ts';
import { comparedFields, sorted, type ReadLog } from './readLog.ts';

/** Which ways to read a record are tried before the general one. */
export const selections: readonly (readonly FastWay[])[] = [[], ['paths'], ['templates'], ['kernel', 'templates'], fastWays];

/** The kernel takes up each template at once: logs of tests are short. */
const atOnce: KernelPace = { records: 0, hits: 0 };

/** How many records the kernel has read so far: by comparison with templates, and along paths. */
export const readByKernel = { compared: 0, walked: 0 };

/** Reads a log into columns in pieces of so many bytes, and takes all out of them that they hold. */
export function readBy(ways: readonly FastWay[], bytes: Uint8Array, piece: number, formats = builtInFormats): ReadLog {
  const intake = new Intake();
  const { table, findings } = intake;
  const indexer = new RecordIndexer(table, findings.words, 1, formats, ways, undefined, atOnce);
  const reader = new RecordReader(indexer, indexer);
  for (let offset = 0; offset < bytes.length; offset += piece) {
    const part = bytes.slice(offset, offset + piece);
    reader.push(part);
    if (reader.offset === offset + part.length) {
      // Whoever keeps bytes that were read finds others.
      part.fill(0x20);
    }
    intake.take(indexer);
  }
  reader.end();
  intake.take(indexer);
  readByKernel.compared += indexer.steps.byKernel;
  readByKernel.walked += indexer.steps.walked;
  return takenOut(table, findings, formats);
}

/** All that columns and findings hold; relations between records belong to no single one. */
export function takenOut(table: RecordTable, findings: FindingTable, formats: FormatSet = builtInFormats): ReadLog {
  checkDictionaries(table);
  const values = valuesByRow(table, formats);
  return {
    records: Array.from({ length: table.length }, (_, row) => ({
      offset: table.offset.at(row),
      length: table.byteLength.data[row]!,
      line: table.line.data[row]!,
      time: table.timeState.data[row] === validTime ? table.ticksAt(row) : null,
      sequence: table.sequenceAt(row) ?? null,
      values: values[row]!,
    })),
    findings: Array.from({ length: findings.length }, (_, index) => index)
      .filter((index) => findings.relationAt(index) === undefined)
      .map((index) => findings.at(index)),
  };
}

/** A value that was hashed wrongly is in a dictionary twice, and nothing else shows it. */
function checkDictionaries(table: RecordTable): void {
  for (const dictionary of Object.values(table).filter((part) => part instanceof ByteDictionary)) {
    // Only what bytes that are no UTF-8 become may be for several.
    const texts = Array.from({ length: dictionary.size }, (_, id) => dictionary.text(id + 1)).filter((text) => !text.includes('\ufffd'));
    if (new Set(texts).size < texts.length) {
      throw new Error(`A dictionary has a text twice: ${texts.find((text, index) => texts.indexOf(text) < index)}`);
    }
  }
}

function valuesByRow(table: RecordTable, formats: FormatSet): readonly Record<string, readonly (string | null)[]>[] {
  const columns = { table, formats, resources: new ResourceIds(table, 1) };
  const byRow = Array.from({ length: table.length }, (): Record<string, (string | null)[]> => ({}));
  for (const name of comparedFields) {
    byRow.forEach((values) => (values[name] = []));
    for (const part of columnParts(columns, resolveField(name)!)!) {
      // A block at a time: what is read is valid until the next one is.
      for (let start = 0; start < table.length; start += 4096) {
        const block = wholeBlock(start, table.length);
        const ids = Array.from(part.read(block).subarray(0, block.count));
        ids.forEach((id, index) => byRow[start + index]![name]!.push(...part.valuesOf(id)));
      }
    }
    byRow.forEach((values) => (values[name] = [...sorted(values[name]!)]));
  }
  return byRow;
}
