import type { Caller, Cast, Instance, Pair } from './cast.ts';
import { chooseOutcome, type Outcome } from './outcomes.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './recordText.ts';
import { outage, timeText } from './schedule.ts';
import type { Stamp, Writers } from './writers.ts';

/** Decides what happens next. */
export interface Plot {
  /** The next record, at the latest at `slot` (ticks of the month, never decreasing). */
  next(slot: number): { readonly record: SampleRecord; readonly stamp: Stamp };
}

interface Act {
  readonly operation: string;
  readonly caller: Caller;
  readonly instance: Instance;
  /** Set where the story leaves no choice. */
  readonly outcome?: Outcome;
}

const operations = [
  ['PrepareToUpdatePolicy', 34],
  ['SetCurrentPolicy', 16],
  ['AddPolicyCertificate', 17],
  ['RemovePolicyCertificate', 9],
  ['ResetAttestationPolicy', 9],
  ['lifecycle', 15],
] as const;

const categories: ReadonlyMap<string, string> = new Map([
  ['CreateInstance', 'ResourceManagement'],
  ['DestroyInstance', 'ResourceManagement'],
  ['AddPolicyCertificate', 'KeyManagement'],
  ['RemovePolicyCertificate', 'KeyManagement'],
]);

const noCorrelation = `##${Array.from({ length: 3 }, () => '00000000-0000-0000-0000-000000000000').join('_')}`;
const heartbeatProbability = 0.012;

export function createPlot(cast: Cast, writers: Writers, random: Random): Plot {
  const living = new Set<Instance>();
  // After the outage the service's admins re-seal the tenants of West Europe; it takes them a second attempt.
  const recovery = recoveryActs(cast);
  let planned: Act | undefined;
  let last = 0;

  const chooseAct = (ticks: number): Act => {
    if (ticks >= outage.to && recovery.length > 0) {
      return recovery.shift()!;
    }
    if (planned !== undefined) {
      const act = planned;
      planned = undefined;
      return act;
    }
    const caller = random.pickWeighted(cast.callers.map((one) => [one, one.weight] as const));
    const kind = random.pickWeighted(operations);
    const test = kind === 'lifecycle' ? chooseInstance(cast, cast.firstTest, cast.instances.length, caller, random) : undefined;
    const instance = test ?? chooseInstance(cast, 0, cast.firstTest, caller, random) ?? cast.instances[0]!;
    if (kind === 'lifecycle') {
      return { operation: living.has(instance) ? 'DestroyInstance' : 'CreateInstance', caller, instance };
    }
    return { operation: kind, caller, instance };
  };

  /** What a success brings about: a prepared policy is set soon, a made instance can be destroyed. */
  const takeEffect = ({ operation, caller, instance }: Act): void => {
    if (operation === 'CreateInstance') {
      living.add(instance);
    } else if (operation === 'DestroyInstance') {
      living.delete(instance);
    } else if (operation === 'PrepareToUpdatePolicy' && random.chance(0.75)) {
      planned = { operation: 'SetCurrentPolicy', caller, instance };
    }
  };

  return {
    next(slot) {
      const follows = planned !== undefined;
      // What was prepared follows within seconds, now and then within the same millisecond.
      const ticks = follows ? Math.min(slot, last + (random.chance(0.05) ? 1 : 20_000_000 + random.integer(400_000_000))) : slot;
      last = ticks;
      if (!follows && random.chance(heartbeatProbability)) {
        const stamp = writers.stamp(undefined, ticks);
        return { record: heartbeat(ticks, stamp), stamp };
      }
      const act = chooseAct(ticks);
      const inOutage = act.instance.region === 'WestEurope' && ticks >= outage.from && ticks < outage.to;
      const outcome = act.outcome ?? chooseOutcome(act.operation, inOutage, random);
      if (outcome.result === 'Success') {
        takeEffect(act);
      } else if (inOutage && random.chance(0.7)) {
        // Nobody believes in an outage at once.
        planned = act;
      }
      const stamp = writers.stamp(act.instance.region, ticks);
      return { record: recordOf(act, outcome, ticks, stamp, random), stamp };
    },
  };
}

function recoveryActs(cast: Cast): Act[] {
  const instance = cast.instances.find(({ region }) => region === 'WestEurope');
  if (instance === undefined) {
    return [];
  }
  const act = { operation: 'RehydrateTenantsAfterDisaster', caller: cast.admin, instance };
  return [
    { ...act, outcome: { result: 'Failure', description: 'Sealed keys of 2 tenants are not available yet.' } },
    { ...act, outcome: { result: 'Success', description: null } },
  ];
}

/** One of the caller's instances from number `first` up to `end`, the first of them most often; undefined if there is none. */
function chooseInstance(cast: Cast, first: number, end: number, caller: Caller, random: Random): Instance | undefined {
  const organisation = caller.organisation ?? 0;
  const start = first + ((((organisation - first) % 3) + 3) % 3);
  const count = Math.ceil((end - start) / 3);
  return count <= 0 ? undefined : cast.instances[start + 3 * Math.floor(count * random.next() ** 1.6)];
}

function recordOf({ operation, caller, instance }: Act, outcome: Outcome, ticks: number, stamp: Stamp, random: Random): SampleRecord {
  const tellsMore = caller.sometimes !== undefined && random.chance(0.15);
  return {
    operation,
    result: outcome.result,
    description: outcome.description,
    categories: [categories.get(operation) ?? 'ApplicationManagement'],
    requestId: caller.organisation === undefined || random.chance(0.04) ? random.guid() : null,
    address: random.pick(caller.addresses),
    displayName: caller.displayName,
    identities: tellsMore ? [...caller.identities, caller.sometimes] : caller.identities,
    targets: targetsOf(instance, stamp),
    time: timeText(ticks),
    epoch: stamp.epoch,
    sequence: stamp.sequence,
    correlation: random.chance(0.1) ? `##${random.guid()}_${random.guid()}_${random.guid()}` : noCorrelation,
  };
}

function targetsOf(instance: Instance, stamp: Stamp): readonly Pair[] {
  return [
    ['Environment', 'PublicCloud'],
    ['ServiceRegion', stamp.region],
    ['ServiceRole', 'AttestationRpType'],
    ['ServiceRoleInstance', stamp.roleInstance],
    ['ResourceId', instance.resourceId],
    ['ResourceRegion', instance.region],
  ];
}

function heartbeat(ticks: number, stamp: Stamp): SampleRecord {
  return {
    operation: 'IFxAuditHeartBeatOperationIFx',
    result: 'Success',
    description: null,
    categories: [],
    requestId: null,
    address: null,
    displayName: null,
    identities: [],
    targets: [],
    time: timeText(ticks),
    epoch: stamp.epoch,
    sequence: stamp.sequence,
    correlation: noCorrelation,
  };
}
