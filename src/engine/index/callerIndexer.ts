import { identityTypeVerdicts, identityVerdicts } from '../../core/findings/pairRules.ts';
import { memberOf, parseValueTree, type ValueNode } from '../../core/reading/valueTree.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { PairScanner } from './pairs.ts';
import { internValue } from './values.ts';
import { Verdicts } from './verdicts.ts';

/** Numbers the identities of a record's caller. */
export class CallerIndexer {
  /** Whether the last array was regular and all its identities are known to be clean. */
  clean = true;
  private readonly pairs = new PairScanner('callerIdentityType', 'callerIdentity');
  private readonly verdicts: Verdicts;
  private readonly table: RecordTable;

  constructor(table: RecordTable) {
    this.table = table;
    this.verdicts = new Verdicts((id) => this.isCleanList(id));
  }

  /** Reads the value of callerIdentities; returns the id of its list of pairs. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const { identityTypes, identities, callers } = this.table;
    callers.begin();
    if (bytes[start] === 0x5b) {
      this.pairs.begin(start);
      let step = this.pairs.next(bytes, end);
      while (step === 'pair') {
        callers.push(identityTypes.intern(bytes, this.pairs.typeStart, this.pairs.typeEnd));
        callers.push(identities.intern(bytes, this.pairs.valueStart, this.pairs.valueEnd));
        step = this.pairs.next(bytes, end);
      }
      if (step === 'end') {
        const list = callers.intern();
        // An empty list is regular in a heartbeat only.
        this.clean = list !== 0 && this.verdicts.isClean(list);
        return list;
      }
    }
    this.clean = false;
    return this.readIrregular(bytes, parseValueTree(bytes, start, end));
  }

  /** Takes what can be taken from an array of another form, or from the one element that PowerShell left of it. */
  private readIrregular(bytes: Uint8Array, node: ValueNode): number {
    const { identityTypes, identities, callers } = this.table;
    callers.begin();
    for (const item of node.kind === 'array' ? node.items : [node]) {
      const type = memberOf(item, 'callerIdentityType');
      const identity = memberOf(item, 'callerIdentity');
      if (type !== undefined || identity !== undefined) {
        callers.push(type === undefined ? 0 : internValue(identityTypes, bytes, type.start, type.end, true));
        callers.push(identity === undefined ? 0 : internValue(identities, bytes, identity.start, identity.end, true));
      }
    }
    return callers.intern();
  }

  private isCleanList(id: number): boolean {
    const { identityTypes, identities, callers } = this.table;
    const pairs = callers.list(id);
    for (let index = 0; index < pairs.length; index += 2) {
      const type = pairs[index] === 0 ? '' : identityTypes.text(pairs[index]!);
      const identity = pairs[index + 1] === 0 ? '' : identities.text(pairs[index + 1]!);
      if (identityTypeVerdicts(type).length > 0 || identityVerdicts(type, identity).length > 0) {
        return false;
      }
    }
    return true;
  }
}
