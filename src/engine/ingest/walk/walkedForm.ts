import type { CompiledEvidence } from '../../../core/formats/compiledEvidence.ts';
import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import { chosenFormat, isAsked } from '../../../core/formats/formatByKeys.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { PathSet } from '../../../core/formats/pathSet.ts';
import { holds } from '../../../core/formats/recordFormat.ts';
import { roleCount, rowHead, type LoadedPlan, type Walker } from '../../kernel/walker.ts';
import { RecordFields } from '../values/recordFields.ts';
import { formPlan } from './formPlan.ts';
import { RoleStates } from './roleStates.ts';
import { ShapeVerdicts } from './shapeVerdicts.ts';
import type { WalkedRecord } from './walkedRecord.ts';

/** Places of the values of one form in the kernel. */
const placesOfForm = 0x400;

/** A format, as the kernel walks over its records. */
export class WalkedForm {
  readonly compiled: CompiledFormat;
  readonly plan: LoadedPlan;
  /** What the columns say of the last record. */
  readonly fields = new RecordFields();
  readonly states: RoleStates;
  private readonly walker: Walker;
  private readonly verdicts: ShapeVerdicts;
  /** By evidence that keys alone do not give: the number of its path. */
  private readonly evidence: ReadonlyMap<CompiledEvidence, number>;
  private source: WalkedRecord | undefined;

  private constructor(
    walker: Walker,
    compiled: CompiledFormat,
    plan: LoadedPlan,
    states: RoleStates,
    verdicts: ShapeVerdicts,
    evidence: ReadonlyMap<CompiledEvidence, number>,
  ) {
    this.walker = walker;
    this.compiled = compiled;
    this.plan = plan;
    this.states = states;
    this.verdicts = verdicts;
    this.evidence = evidence;
  }

  /** Undefined where the kernel has no room for it. */
  static create(walker: Walker, compiled: CompiledFormat, formats: FormatSet, number: number, idSeed: number): WalkedForm | undefined {
    const paths = new PathSet();
    compiled.paths.steps.forEach((steps) => paths.add(steps));
    const asked = formats.forms.flatMap(({ evidence, paths: { steps } }) =>
      evidence.filter(isAsked).map((one) => [one, paths.add(steps[one.slot] ?? [])] as const),
    );
    const firstPlace = number * placesOfForm;
    const plan = formPlan(compiled, paths, firstPlace, idSeed);
    const loaded = paths.steps.length + roleCount > placesOfForm ? undefined : walker.load(plan.root, plan.rolePlaces);
    if (loaded === undefined) {
      return undefined;
    }
    const states = new RoleStates(walker, compiled, plan);
    return new WalkedForm(walker, compiled, loaded, states, new ShapeVerdicts(formats), new Map(asked));
  }

  /** Whether the record that was walked over, from `start` up to `end`, is of this format. */
  holds(record: WalkedRecord, start: number, end: number): boolean {
    const { rows } = this.walker;
    const { row, bytes } = record;
    const verdict = this.verdicts.of(rows[row + rowHead.shape]!, rows[row + rowHead.shape + 1]!, bytes, start, end);
    this.source = record;
    switch (verdict?.kind) {
      case 'decided':
        return verdict.format === this.compiled;
      case 'asked':
        return (chosenFormat(verdict.candidates, this.isHeld) ?? verdict.otherwise) === this.compiled;
      default:
        return false;
    }
  }

  private readonly isHeld = (evidence: CompiledEvidence): boolean => holds(evidence, this.source!, this.evidence.get(evidence) ?? -1);
}
