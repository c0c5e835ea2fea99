import { regionMismatch, targetTypeVerdicts, targetVerdicts } from '../../core/findings/pairRules.ts';
import { encodeText } from '../../core/reading/utf8.ts';
import { memberOf, nodeString, parseValueTree, type ValueNode } from '../../core/reading/valueTree.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { PairScanner } from './pairs.ts';
import { ResourceParts } from './resourceParts.ts';
import { internValue } from './values.ts';
import { Verdicts } from './verdicts.ts';

/** Numbers the targets of a record, and takes the first resource id apart. */
export class TargetIndexer {
  /** Whether the last array was regular and all its targets are known to be clean. */
  clean = true;
  private readonly pairs = new PairScanner('targetResourceType', 'targetResourceName');
  private readonly parts = new ResourceParts();
  private readonly resourceType: number;
  private readonly verdicts: Verdicts;
  private readonly table: RecordTable;
  private places = 0;
  private form = 0;
  private subscription = 0;
  private resourceGroup = 0;
  private instance = 0;

  constructor(table: RecordTable) {
    this.table = table;
    this.resourceType = table.targetTypes.internText('ResourceId');
    this.verdicts = new Verdicts((id) => this.isCleanList(id));
  }

  /** Begins a new record, which has no targets until {@link read}. */
  reset(): void {
    this.places = 0;
    this.form = 0;
    this.subscription = 0;
    this.resourceGroup = 0;
    this.instance = 0;
  }

  /** Appends the record's targets to the table. */
  push(): void {
    const { table } = this;
    table.places.push(this.places);
    table.resourceForm.push(this.form);
    table.subscription.push(this.subscription);
    table.resourceGroup.push(this.resourceGroup);
    table.instance.push(this.instance);
  }

  /** Reads the value of targetResources. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const { targetTypes, targetNames, placeLists } = this.table;
    this.reset();
    placeLists.begin();
    if (bytes[start] === 0x5b) {
      this.pairs.begin(start);
      let step = this.pairs.next(bytes, end);
      let count = 0;
      for (; step === 'pair'; count++) {
        const type = targetTypes.intern(bytes, this.pairs.typeStart, this.pairs.typeEnd);
        if (type !== this.resourceType || !this.readResource(bytes, this.pairs.valueStart, this.pairs.valueEnd)) {
          placeLists.push(type);
          placeLists.push(targetNames.intern(bytes, this.pairs.valueStart, this.pairs.valueEnd));
        }
        step = this.pairs.next(bytes, end);
      }
      if (step === 'end') {
        this.places = placeLists.intern();
        this.clean = count > 0 && (this.places === 0 || this.verdicts.isClean(this.places));
        return;
      }
    }
    this.clean = false;
    this.readIrregular(bytes, parseValueTree(bytes, start, end));
  }

  /** Takes a resource id apart; false if it is not the first one, or has not the usual form. */
  private readResource(bytes: Uint8Array, start: number, end: number): boolean {
    const { parts, table } = this;
    if (this.form !== 0 || !parts.split(bytes, start, end)) {
      return false;
    }
    const part = (dictionary: ByteDictionary, index: number): number => dictionary.intern(bytes, parts.start[index]!, parts.end[index]!);
    this.form = table.resourceForms.intern(parts.form, 0, parts.formLength);
    this.subscription = part(table.subscriptions, 0);
    this.resourceGroup = part(table.resourceGroups, 1);
    this.instance = part(table.instances, 2);
    return true;
  }

  private readIrregular(bytes: Uint8Array, node: ValueNode): void {
    const { targetTypes, targetNames, placeLists } = this.table;
    this.reset();
    placeLists.begin();
    for (const item of node.kind === 'array' ? node.items : [node]) {
      const type = memberOf(item, 'targetResourceType');
      const name = memberOf(item, 'targetResourceName');
      if (type === undefined && name === undefined) {
        continue;
      }
      const typeId = type === undefined ? 0 : internValue(targetTypes, bytes, type.start, type.end, true);
      if (typeId === this.resourceType && name?.kind === 'string') {
        const text = encodeText(nodeString(bytes, name));
        if (this.readResource(text, 0, text.length)) {
          continue;
        }
      }
      placeLists.push(typeId);
      placeLists.push(name === undefined ? 0 : internValue(targetNames, bytes, name.start, name.end, true));
    }
    this.places = placeLists.intern();
  }

  private isCleanList(id: number): boolean {
    const { targetTypes, targetNames, placeLists } = this.table;
    const pairs = placeLists.list(id);
    const targets = [];
    for (let index = 0; index < pairs.length; index += 2) {
      const type = pairs[index] === 0 ? '' : targetTypes.text(pairs[index]!);
      const name = pairs[index + 1] === 0 ? '' : targetNames.text(pairs[index + 1]!);
      if (targetTypeVerdicts(type).length > 0 || targetVerdicts(type, name).length > 0) {
        return false;
      }
      targets.push({ type, name });
    }
    return regionMismatch(targets) === undefined;
  }
}
