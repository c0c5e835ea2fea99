import type { CompiledFormat, CompiledPair, CompiledText } from '../../../core/formats/compiledFormat.ts';
import type { FoundValue, RoleSource } from '../../../core/formats/roleSource.ts';
import { scalarText } from '../../../core/formats/roles.ts';
import { timeOf } from '../../../core/formats/roleTime.ts';
import { hasEscapes } from '../../../core/json/hasEscapes.ts';
import { parseTimeBytes } from '../../../core/record/parseTime.ts';
import { lastSequence, sequenceNumber } from '../../../core/record/sequenceNumber.ts';
import { ticksPerDay } from '../../../core/record/ticks.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import { invalidTime, noTime, validTime, type RecordTable } from '../../columns/recordTable.ts';
import type { RecordFields } from '../values/recordFields.ts';
import { wholeNumberAt } from '../values/values.ts';
import type { TargetIndexer } from '../values/targetIndexer.ts';
import { JoinedTexts } from './joinedTexts.ts';
import { OutcomeReader } from './outcomeReader.ts';
import { PairReader } from './pairReader.ts';
import { RecordIdHash } from './recordIdHash.ts';
import { firstScalar, idOfValue, isEmpty, requestHash } from './roleIds.ts';
import type { LeafTemplate } from '../paths/leafTemplate.ts';
import { everyRole, type VaryingRoles } from '../paths/varyingRoles.ts';
import { TypeIds } from './typeIds.ts';

const quote = 0x22;

/**
 * Fills the columns of records whose format is data, from the values that play its roles: `roles.ts` is the specification of
 * what it finds. Values go into the dictionaries by their bytes; text is made of those only that rules ask for, and of equal ones
 * once.
 */
export class RoleReader {
  private readonly table: RecordTable;
  private readonly targets: TargetIndexer;
  private readonly formats: TypeIds;
  private readonly recordIds: RecordIdHash;
  private readonly outcomes: OutcomeReader;
  private readonly joined: JoinedTexts;
  private readonly callerPairs: PairReader;
  private readonly targetPairs: PairReader;
  /** The fields of the record at hand, and the id of the resource id that was taken apart. */
  private fields: RecordFields | undefined;
  private resource = 0;

  constructor(table: RecordTable, seed: number, targets: TargetIndexer) {
    const { identityTypes, identities, callers, targetTypes, targetNames, placeLists } = table;
    this.table = table;
    this.targets = targets;
    this.formats = new TypeIds(table.formats);
    this.recordIds = new RecordIdHash(seed);
    this.outcomes = new OutcomeReader(seed);
    this.joined = new JoinedTexts(seed);
    this.callerPairs = new PairReader(identityTypes, identities, callers, seed);
    this.targetPairs = new PairReader(targetTypes, targetNames, placeLists, seed);
  }

  /** Reads the record whose values are in the source. */
  read(compiled: CompiledFormat, source: RoleSource, fields: RecordFields): void {
    fields.reset();
    fields.format = this.formats.idOf(compiled.format.id);
    this.readRoles(compiled, source, fields, everyRole);
  }

  /** The number of a format's id, and the seed of the hashes of the ids of its records. */
  formatId({ format: { id } }: CompiledFormat): number {
    return this.formats.idOf(id);
  }

  idSeed({ format: { id } }: CompiledFormat): number {
    return this.recordIds.seedOf(id);
  }

  /** Reads the record that a template was just matched by, into its fields: of roles whose values never vary, once. */
  readMatched(known: LeafTemplate): void {
    const { compiled, fields, isRead, roles } = known;
    if (isRead) {
      this.readRoles(compiled, known, fields, roles);
    } else {
      this.read(compiled, known, fields);
      known.isRead = true;
    }
  }

  /** Reads some roles of a record into fields, which hold the others. */
  readRoles(compiled: CompiledFormat, source: RoleSource, fields: RecordFields, roles: VaryingRoles): void {
    const { table } = this;
    if (roles.operation) {
      fields.operation = this.idOf(table.operations, source, compiled.operation);
    }
    if (roles.result) {
      fields.result = table.outcomes.withGroup(this.idOf(table.results, source, compiled.result), this.outcomes.groupOf(compiled, source));
    }
    if (roles.description) {
      fields.description = this.idOf(table.descriptions, source, compiled.description);
    }
    if (roles.address) {
      fields.address = this.idOf(table.addresses, source, compiled.address);
    }
    if (roles.displayName) {
      fields.displayName = this.idOf(table.displayNames, source, compiled.displayName);
    }
    if (roles.request) {
      fields.request = requestHash(source, compiled.request);
    }
    if (roles.recordId) {
      fields.recordId = this.recordIds.of(compiled, source);
    }
    if (roles.category) {
      fields.categories = this.categories(source, compiled.category);
    }
    if (roles.callers) {
      fields.caller = this.callerPairs.read(source, compiled.callers);
    }
    if (roles.targets) {
      fields.resetTargets();
      fields.places = this.readTargets(source, compiled.targets, fields);
    }
    if (roles.sequence && compiled.sequence !== undefined) {
      fields.epoch = this.idOf(table.epochs, source, compiled.sequence.writer);
      fields.sequence = numberOf(firstScalar(source.values(compiled.sequence.number)));
    }
    if (roles.time) {
      readTime(compiled, source, fields);
    }
  }

  /** The first of several texts that is not empty, in a dictionary; 0 for none. */
  private idOf(dictionary: ByteDictionary, source: RoleSource, texts: readonly CompiledText[]): number {
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index]!;
      if ('join' in text) {
        const joined = this.joined.idOf(dictionary, text, source);
        if (joined !== 0) {
          return joined;
        }
        continue;
      }
      const found = firstScalar(source.values(text.slot));
      if (found !== undefined && !isEmpty(found)) {
        return idOfValue(dictionary, found);
      }
    }
    return 0;
  }

  private categories(source: RoleSource, texts: readonly CompiledText[]): number {
    const { categoryLists, categoryNames } = this.table;
    const category = this.idOf(categoryNames, source, texts);
    categoryLists.begin();
    if (category !== 0) {
      categoryLists.push(category);
    }
    return categoryLists.intern();
  }

  private readTargets(source: RoleSource, compiled: readonly CompiledPair[], fields: RecordFields): number {
    this.fields = fields;
    this.resource = 0;
    return this.targetPairs.read(source, compiled, this.takeResource);
  }

  /** Takes the first well-formed resource id apart, and leaves out what repeats it. */
  private readonly takeResource = (type: number, found: FoundValue): boolean => {
    if (type !== this.targets.resourceType) {
      return false;
    }
    const { bytes, start, end } = found;
    const value = idOfValue(this.table.targetNames, found);
    const fields = this.fields!;
    if (bytes[start] === quote && fields.resourceForm === 0 && this.targets.readResourceText(bytes, start, end, 'escaped', fields)) {
      this.resource = value;
      return true;
    }
    return value === this.resource;
  };
}

/** A sequence number, also in quotes; Infinity for any other value. */
function numberOf(found: FoundValue | undefined): number | bigint | undefined {
  if (found === undefined) {
    return undefined;
  }
  const { bytes, start, end } = found;
  if (bytes[start] !== quote) {
    return withinRange(wholeNumberAt(bytes, start, end));
  }
  if (!hasEscapes(bytes, start, end)) {
    return withinRange(end - start === 2 ? undefined : wholeNumberAt(bytes, start + 1, end - 1));
  }
  const number = sequenceNumber(scalarText(found) ?? '');
  return withinRange(number !== undefined && number <= Number.MAX_SAFE_INTEGER ? Number(number) : number);
}

function withinRange(number: number | bigint | undefined): number | bigint {
  return number === undefined || number > lastSequence ? Infinity : number;
}

function readTime(compiled: CompiledFormat, source: RoleSource, fields: RecordFields): void {
  const first = source.values(compiled.time[0] ?? -1)[0];
  if (first !== undefined && first.bytes[first.start] === quote && !hasEscapes(first.bytes, first.start, first.end)) {
    // The usual case: one time, in the notation of RFC 3339.
    if (parseTimeBytes(first.bytes, first.start + 1, first.end - 1, fields.time)) {
      fields.timeState = validTime;
      fields.time.zone = 'utc';
      return;
    }
  }
  const time = timeOf(compiled, source);
  if (time?.ticks === undefined) {
    fields.timeState = time === undefined ? noTime : invalidTime;
    return;
  }
  fields.timeState = validTime;
  fields.time.day = Number(time.ticks / BigInt(ticksPerDay));
  fields.time.ticksOfDay = Number(time.ticks % BigInt(ticksPerDay));
  fields.time.zone = 'utc';
}
