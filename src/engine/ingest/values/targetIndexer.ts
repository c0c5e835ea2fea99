import { targetKeys } from '../../../core/formats/attestation/roleKeys.ts';
import { regionMismatch, targetTypeVerdicts, targetVerdicts } from '../../../core/rules/pairRules.ts';
import { memberOf, type ValueNode } from '../../../core/json/valueTree.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { PairVerdict } from './pairVerdict.ts';
import type { RecordFields } from './recordFields.ts';
import type { PairPlaces } from './recordLayout.ts';
import { ResourceParts } from './resourceParts.ts';
import { StringContent } from './stringContent.ts';
import { internValue, type Writing } from './values.ts';
import { Verdicts } from './verdicts.ts';

/** Numbers the targets of a record, and takes the first resource id apart. */
export class TargetIndexer {
  /** What is to be said of a list of places; its pairs count without the resource id that was taken apart. */
  readonly verdicts: Verdicts<PairVerdict>;
  /** The id of the type `ResourceId`. */
  readonly resourceType: number;
  /** After {@link read}: the pair that was taken apart, or -1. */
  resourcePair = -1;
  /** The id of the form of the last resource id that was taken apart. */
  private lastForm = 0;
  private readonly parts = new ResourceParts();
  private readonly content = new StringContent('WTF-8');
  private readonly table: RecordTable;

  constructor(table: RecordTable) {
    this.table = table;
    this.resourceType = table.targetTypes.internText('ResourceId');
    this.verdicts = new Verdicts((id) => this.judge(id));
  }

  /** Reads the targets that are at these places. */
  read(bytes: Uint8Array, pairs: PairPlaces, fields: RecordFields): void {
    const { targetTypes, targetNames, placeLists } = this.table;
    fields.resetTargets();
    this.resourcePair = -1;
    const { writing } = pairs;
    placeLists.begin();
    for (let pair = 0; pair < pairs.count; pair++) {
      const type = internValue(targetTypes, bytes, pairs.typeStart(pair), pairs.typeEnd(pair), writing, pairs.typeHash(pair));
      const start = pairs.valueStart(pair);
      const end = pairs.valueEnd(pair);
      if (type === this.resourceType && this.resourcePair === -1 && this.readResourceText(bytes, start, end, writing, fields)) {
        this.resourcePair = pair;
      } else {
        placeLists.push(type);
        placeLists.push(internValue(targetNames, bytes, start, end, writing, pairs.valueHash(pair)));
      }
    }
    fields.places = placeLists.intern();
  }

  /** The same as {@link readResource} for a string with its quotes. */
  readResourceText(bytes: Uint8Array, start: number, end: number, writing: Writing, fields: RecordFields): boolean {
    if (writing !== 'escaped') {
      return this.readResource(bytes, start + 1, end - 1, fields);
    }
    const { content } = this;
    content.resolve(bytes, start + 1, end - 1);
    return this.readResource(content.resolved, 0, content.length, fields);
  }

  /** Takes a resource id apart; false if it has not the usual form. */
  readResource(bytes: Uint8Array, start: number, end: number, fields: RecordFields): boolean {
    const { parts, table } = this;
    if (!parts.split(bytes, start, end)) {
      return false;
    }
    if (!parts.isLastForm) {
      this.lastForm = table.resourceForms.intern(parts.form, 0, parts.formLength);
    }
    fields.resourceForm = this.lastForm;
    fields.subscription = table.subscriptions.intern(bytes, parts.start[0]!, parts.end[0]!);
    fields.resourceGroup = table.resourceGroups.intern(bytes, parts.start[1]!, parts.end[1]!);
    fields.instance = table.instances.intern(bytes, parts.start[2]!, parts.end[2]!);
    return true;
  }

  /** Takes what can be taken from an array of another form, or from the one element that PowerShell left of it. */
  readIrregular(bytes: Uint8Array, node: ValueNode, fields: RecordFields): void {
    const { targetTypes, targetNames, placeLists } = this.table;
    fields.resetTargets();
    placeLists.begin();
    for (const item of node.kind === 'array' ? node.items : [node]) {
      const type = memberOf(item, targetKeys.type);
      const name = memberOf(item, targetKeys.value);
      if (type === undefined && name === undefined) {
        continue;
      }
      const typeId = type === undefined ? 0 : internValue(targetTypes, bytes, type.start, type.end, 'escaped');
      const isResource = typeId === this.resourceType && name?.kind === 'string' && fields.resourceForm === 0;
      if (isResource && this.readResourceText(bytes, name.start, name.end, 'escaped', fields)) {
        continue;
      }
      placeLists.push(typeId);
      placeLists.push(name === undefined ? 0 : internValue(targetNames, bytes, name.start, name.end, 'escaped'));
    }
    fields.places = placeLists.intern();
  }

  private judge(id: number): readonly PairVerdict[] {
    const { targetTypes, targetNames, placeLists } = this.table;
    const ids = placeLists.list(id);
    const targets = [];
    const reported: PairVerdict[] = [];
    for (let pair = 0; pair * 2 < ids.length; pair++) {
      const type = ids[pair * 2] === 0 ? '' : targetTypes.text(ids[pair * 2]!);
      const name = ids[pair * 2 + 1] === 0 ? '' : targetNames.text(ids[pair * 2 + 1]!);
      reported.push(...targetTypeVerdicts(type).map((verdict) => ({ pair, part: 'type' as const, verdict })));
      reported.push(...targetVerdicts(type, name).map((verdict) => ({ pair, part: 'value' as const, verdict })));
      targets.push({ type, name });
    }
    const mismatch = regionMismatch(targets);
    return mismatch === undefined ? reported : [...reported, { pair: mismatch.index, part: 'value' as const, verdict: mismatch.verdict }];
  }
}
