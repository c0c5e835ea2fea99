import type { Effect, EventDescription } from '../../core/formats/definition/formatDocumentation.ts';
import { effectSubject, type SubjectPath } from '../../core/formats/effectSubject.ts';
import type { TargetName } from '../../core/formats/targetLevels.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { EffectKind } from '../../core/timeline/stateReplay.ts';
import type { TargetStep } from '../../protocol/answers/record.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { targetsOf } from '../query/columnValues.ts';
import type { EffectRows } from '../query/effectRows.ts';
import { formatId } from './context.ts';

/** What a record does to the state of something. */
export interface RowEffect extends Pick<Required<EventDescription>, 'isRecordedWhenDone'> {
  /** Numbers of the targets that have the state together. */
  readonly subject: readonly number[];
  readonly what: string | null;
  readonly kind: EffectKind;
}

/** Numbers the targets that records have effects on; their names are compared without regard to case. */
export class EffectSubjects {
  private readonly index: LogIndex;
  private readonly effects: EffectRows;
  private readonly numbers = new Map<string, number>();
  private readonly paths: SubjectPath[] = [];

  constructor(index: LogIndex, effects: EffectRows) {
    this.index = index;
    this.effects = effects;
  }

  /** What a row does, or tried to; nothing where it does not name what it is done to. */
  effectsOf(row: number): readonly RowEffect[] {
    const event = this.effects.eventOfRow(row);
    if (event === undefined) {
      return [];
    }
    const { isRecordedWhenDone = false } = event;
    const { table, formats } = this.index;
    const resource = table.resourceAt(row);
    const targets = [
      ...(resource === undefined ? [] : [{ type: 'ResourceId', value: resource }]),
      ...targetsOf(table, table.places.data[row]!),
    ];
    const subject = effectSubject(formats, formatId(table, table.format.data[row]!), event, targets).map((path) => this.numberOf(path));
    return subject.length === 0
      ? []
      : (event.effects ?? []).map((effect) => ({ kind: effect.kind, what: whatOf(effect, targets), subject, isRecordedWhenDone }));
  }

  /** The targets that a subject stands for, from their outermost levels on, in their first spelling. */
  targetsOf(subject: readonly number[]): readonly (readonly TargetStep[])[] {
    return subject.map((number) => this.paths[number]!.map(({ type, name }) => ({ level: type, name: maskSecrets(name) })));
  }

  private numberOf(path: SubjectPath): number {
    const key = JSON.stringify(path.map(({ type, name }) => [type, name.toLowerCase()]));
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.paths.push(path) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** What of a target an effect is on, with which one of several it is where the record says: `policy (SgxEnclave)`. */
function whatOf({ what, per }: Effect, targets: readonly TargetName[]): string | null {
  const one = per === undefined ? null : (targets.find(({ type }) => type === per)?.value ?? null);
  return one === null ? (what ?? null) : `${what ?? ''} (${one})`.trim();
}
