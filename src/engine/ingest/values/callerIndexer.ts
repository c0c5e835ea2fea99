import { callerKeys } from '../../../core/formats/attestation/roleKeys.ts';
import { identityTypeVerdicts, identityVerdicts } from '../../../core/rules/pairRules.ts';
import { memberOf, type ValueNode } from '../../../core/json/valueTree.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { PairVerdict } from './pairVerdict.ts';
import type { PairPlaces } from './recordLayout.ts';
import { internValue } from './values.ts';
import { Verdicts } from './verdicts.ts';

/** Numbers the identities of a record's caller. */
export class CallerIndexer {
  /** What is to be said of a list of identities. */
  readonly verdicts: Verdicts<PairVerdict>;
  private readonly table: RecordTable;

  constructor(table: RecordTable) {
    this.table = table;
    this.verdicts = new Verdicts((id) => this.judge(id));
  }

  /** The id of the list of pairs that are at these places. */
  read(bytes: Uint8Array, pairs: PairPlaces): number {
    const { identityTypes, identities, callers } = this.table;
    const { writing } = pairs;
    callers.begin();
    for (let pair = 0; pair < pairs.count; pair++) {
      callers.push(internValue(identityTypes, bytes, pairs.typeStart(pair), pairs.typeEnd(pair), writing, pairs.typeHash(pair)));
      callers.push(internValue(identities, bytes, pairs.valueStart(pair), pairs.valueEnd(pair), writing, pairs.valueHash(pair)));
    }
    return callers.intern();
  }

  /** Takes what can be taken from an array of another form, or from the one element that PowerShell left of it. */
  readIrregular(bytes: Uint8Array, node: ValueNode): number {
    const { identityTypes, identities, callers } = this.table;
    callers.begin();
    for (const item of node.kind === 'array' ? node.items : [node]) {
      const type = memberOf(item, callerKeys.type);
      const identity = memberOf(item, callerKeys.value);
      if (type !== undefined || identity !== undefined) {
        callers.push(type === undefined ? 0 : internValue(identityTypes, bytes, type.start, type.end, 'escaped'));
        callers.push(identity === undefined ? 0 : internValue(identities, bytes, identity.start, identity.end, 'escaped'));
      }
    }
    return callers.intern();
  }

  private judge(id: number): readonly PairVerdict[] {
    const { identityTypes, identities, callers } = this.table;
    const ids = callers.list(id);
    const reported: PairVerdict[] = [];
    for (let pair = 0; pair * 2 < ids.length; pair++) {
      const type = ids[pair * 2] === 0 ? '' : identityTypes.text(ids[pair * 2]!);
      const identity = ids[pair * 2 + 1] === 0 ? '' : identities.text(ids[pair * 2 + 1]!);
      reported.push(...identityTypeVerdicts(type).map((verdict) => ({ pair, part: 'type' as const, verdict })));
      reported.push(...identityVerdicts(type, identity).map((verdict) => ({ pair, part: 'value' as const, verdict })));
    }
    return reported;
  }
}
