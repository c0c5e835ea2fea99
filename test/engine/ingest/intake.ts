import { RecordTable } from '../../../src/engine/columns/recordTable.ts';
import { FindingTable } from '../../../src/engine/findings/findingTable.ts';
import { NoteLookup } from '../../../src/engine/ingest/general/noteLookup.ts';
import { PerSourceFindings } from '../../../src/engine/ingest/general/perSourceFindings.ts';
import { appendBatch, nextRecord } from '../../../src/engine/ingest/general/recordBatch.ts';
import type { RecordIndexer } from '../../../src/engine/ingest/general/recordIndexer.ts';

/** Takes the batches of one source. */
export class Intake {
  readonly table: RecordTable;
  readonly firstRow: number;
  readonly findings: FindingTable;
  readonly perSourceFindings: PerSourceFindings;

  /** @param table May hold the records of other sources. */
  constructor(table = new RecordTable(1), findings = new FindingTable(1), lookup = new NoteLookup(1)) {
    this.table = table;
    this.firstRow = table.length;
    this.findings = findings;
    this.perSourceFindings = new PerSourceFindings(lookup);
  }

  /** Appends what the indexer has read since the last call. */
  take(indexer: RecordIndexer): void {
    appendBatch(this, indexer.take(), nextRecord(this));
  }
}
