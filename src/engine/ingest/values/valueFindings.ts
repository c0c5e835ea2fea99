import { keyOf, callerKeys, targetKeys } from '../../../core/formats/attestation/roleKeys.ts';
import { childPointer } from '../../../core/json/jsonPointer.ts';
import type { Finding } from '../../../core/finding/finding.ts';
import type { Verdict } from '../../../core/finding/verdict.ts';
import { documentedKeys } from '../../../core/formats/attestation/fields.ts';
import { isHeartbeat } from '../../../core/formats/attestation/events.ts';
import { parseValueTree } from '../../../core/json/valueTree.ts';
import { textOf, validTime, type RecordTable } from '../../columns/recordTable.ts';
import { keyNumbers } from './keys.ts';
import type { PairVerdict } from './pairVerdict.ts';
import { RecordFields } from './recordFields.ts';
import type { PairPlaces, RecordLayout } from './recordLayout.ts';
import { internValue } from './values.ts';
import type { ValueReader } from './valueReader.ts';
import { Verdicts } from './verdicts.ts';

/**
 * The findings of a regular record, put together from what was decided on each of its values when that value was first
 * seen. For records of a clean shape they are those that `checkRecord` reports.
 */
export class ValueFindings {
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  /** By list of categories: those of which something is to be said. */
  private readonly categories: Verdicts<number>;
  private readonly scratch = new RecordFields();
  private found: Finding[] = [];

  constructor(table: RecordTable, values: ValueReader) {
    this.table = table;
    this.values = values;
    this.categories = new Verdicts((list) => {
      return Array.from(table.categoryLists.list(list)).filter((id) => id !== 0 && !values.verdicts.category.isClean(id));
    });
  }

  /** Whether an operation is the heartbeat, whose arrays may be empty. */
  isHeartbeat(operation: number): boolean {
    const text = textOf(this.table.operations, operation);
    return text !== null && isHeartbeat(text);
  }

  /** In the order of the text. Offsets are those of the bytes. */
  of(bytes: Uint8Array, layout: RecordLayout, fields: RecordFields): readonly Finding[] {
    this.found = [];
    for (let index = 0; index < layout.count; index++) {
      this.ofMember(bytes, layout, index, fields);
    }
    return this.found.sort((left, right) => left.start - right.start);
  }

  private ofMember(bytes: Uint8Array, layout: RecordLayout, index: number, fields: RecordFields): void {
    const key = layout.keys[index]!;
    const start = layout.valueStart[index]!;
    const end = layout.valueEnd[index]!;
    const name = documentedKeys[key - 1];
    const isArray = bytes[start] === 0x5b;
    if (name === undefined) {
      return;
    }
    const pointer = `/${name}`;
    switch (key) {
      case keyNumbers.category:
        if (isArray && !this.categories.isClean(fields.categories)) {
          this.ofCategories(bytes, start, end);
        }
        break;
      case keyNumbers.callers:
        if (isArray) {
          this.ofCallers(layout.callers, fields, pointer, start, end);
        }
        break;
      case keyNumbers.targets:
        if (isArray) {
          this.ofTargets(bytes, layout.targets, fields, pointer, start, end);
        }
        break;
      case keyNumbers.operation:
        this.ofColumn(this.values.verdicts.operation, fields.operation, pointer, start, end);
        break;
      case keyNumbers.result:
        this.ofColumn(this.values.verdicts.result, fields.result, pointer, start, end);
        break;
      case keyNumbers.address:
        this.ofColumn(this.values.verdicts.address, fields.address, pointer, start, end);
        break;
      case keyNumbers.time:
        if (fields.timeState !== validTime || fields.time.zone === 'none') {
          this.report(this.values.verdicts.ofScalar(key, bytes, start, end), pointer, start, end);
        }
        break;
      default:
        if (this.values.verdicts.mayReport(key, bytes, start, end)) {
          this.report(this.values.verdicts.ofScalar(key, bytes, start, end), pointer, start, end);
        }
    }
  }

  private ofCallers(callers: PairPlaces, fields: RecordFields, pointer: string, start: number, end: number): void {
    if (callers.count === 0) {
      this.ofEmptyPairs(pointer, start, end, fields.operation);
      return;
    }
    const verdicts = this.values.callers.verdicts.of(fields.caller);
    this.ofPairs(verdicts, callers, -1, pointer, callerKeys.type, callerKeys.value);
  }

  private ofTargets(bytes: Uint8Array, places: PairPlaces, fields: RecordFields, pointer: string, start: number, end: number): void {
    const { targets } = this.values;
    if (places.count === 0) {
      this.ofEmptyPairs(pointer, start, end, fields.operation);
    } else if (fields.places !== 0 && !targets.verdicts.isClean(fields.places)) {
      // Once more, to know which pair is not in the list.
      targets.read(bytes, places, this.scratch);
      const verdicts = targets.verdicts.of(fields.places);
      this.ofPairs(verdicts, places, targets.resourcePair, pointer, targetKeys.type, targetKeys.value);
    }
  }

  private ofColumn(verdicts: Verdicts<Verdict>, id: number, pointer: string, start: number, end: number): void {
    if (id !== 0 && !verdicts.isClean(id)) {
      this.report(verdicts.of(id), pointer, start, end);
    }
  }

  private ofEmptyPairs(pointer: string, start: number, end: number, operation: number): void {
    if (!this.isHeartbeat(operation)) {
      this.report([{ code: 'value.empty', args: [pointer.slice(1)] }], pointer, start, end);
    }
  }

  private ofCategories(bytes: Uint8Array, start: number, end: number): void {
    parseValueTree(bytes, start, end).items.forEach((item, index) => {
      const id = internValue(this.table.categoryNames, bytes, item.start, item.end, 'escaped');
      const verdicts = id === 0 ? [] : this.values.verdicts.category.of(id);
      this.report(verdicts, childPointer(childPointer('', keyOf.category), index), item.start, item.end);
    });
  }

  /** @param without The pair that is not in the list, or -1. */
  private ofPairs(
    verdicts: readonly PairVerdict[],
    places: PairPlaces,
    without: number,
    pointer: string,
    typeKey: string,
    valueKey: string,
  ): void {
    for (const { pair: inList, part, verdict } of verdicts) {
      const pair = without !== -1 && inList >= without ? inList + 1 : inList;
      const own = childPointer(pointer, pair);
      if (part === 'type') {
        this.report([verdict], childPointer(own, typeKey), places.typeStart(pair), places.typeEnd(pair));
      } else {
        this.report([verdict], childPointer(own, valueKey), places.valueStart(pair), places.valueEnd(pair));
      }
    }
  }

  private report(verdicts: readonly Verdict[], pointer: string, start: number, end: number): void {
    for (const { code, args } of verdicts) {
      this.found.push({ code, pointer, start, end, args });
    }
  }
}
