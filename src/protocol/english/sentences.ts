/** English words of sentences about records. */
export const sentencesEnglish: Readonly<Record<string, string>> = {
  // Caller, action with its place, outcome. Where the caller or the target has a column, `.noCaller` and `.noTarget` leave it out.
  'describe.sentence': '{0} {1}: {2}',
  'describe.sentence.noCaller': '{1}: {2}',
  'describe.succeeded': '{0} {1}: success',
  'describe.succeeded.noCaller': '{1}',
  'describe.heartbeat': 'Heartbeat of the audit library',
  'describe.heartbeatResult': 'Heartbeat of the audit library: {0}',

  // Of formats other than Attestation's: caller, and the action with its place; the reason or the result.
  'describe.other.done': '{0} {1}',
  'describe.other.done.noCaller': '{1}',
  'describe.other.succeeded': '{0}: {1} succeeded',
  'describe.other.succeeded.noCaller': '{1} succeeded',
  'describe.other.failed': '{0}: {1} failed',
  'describe.other.failed.noCaller': '{1} failed',
  'describe.other.failedFor': '{0}: {1} failed: {2}',
  'describe.other.failedFor.noCaller': '{1} failed: {2}',
  'describe.other.ended': '{0}: {1}: {2}',
  'describe.other.ended.noCaller': '{1}: {2}',
  'describe.other.open': '{0}: {1}',
  'describe.other.open.noCaller': '{1}',
  // The words of a format for an event with all targets, and without the one that has the column.
  'describe.other.phrase': '{0}',
  'describe.other.phrase.noTarget': '{1}',
  'describe.other.operation': '{0}',
  'describe.other.unnamed': 'an operation that the record does not name',
  // A code and what it means.
  'describe.other.reason': '{0}: {1}',

  // The first keys of the record.
  'describe.unknownFormat': 'Not an audit record of a known format: {0}',
  'describe.unknownFormat.more': 'Not an audit record of a known format: {0}, …',

  'describe.caller.unknown': 'An unknown caller',
  'describe.caller.named': '{0}',
  'describe.caller.typed': '{0} {1}',

  // Action, instance, region.
  'describe.on': '{0} on {1}',
  'describe.on.noTarget': '{0}',
  'describe.onIn': '{0} on {1} in {2}',
  'describe.onIn.noTarget': '{0} in {2}',
  'describe.in': '{0} in {1}',

  'describe.done.CreateInstance': 'created an instance',
  'describe.done.CreateInstance.named': 'created the instance {0}',
  'describe.done.CreateInstance.named.noTarget': 'created the instance',
  'describe.done.DestroyInstance': 'destroyed an instance',
  'describe.done.DestroyInstance.named': 'destroyed the instance {0}',
  'describe.done.DestroyInstance.named.noTarget': 'destroyed the instance',
  'describe.done.AddPolicyCertificate': 'added a policy certificate',
  'describe.done.RemovePolicyCertificate': 'removed a policy certificate',
  'describe.done.SetCurrentPolicy': 'set the attestation policy',
  'describe.done.ResetAttestationPolicy': 'reset the attestation policy',
  'describe.done.PrepareToUpdatePolicy': 'prepared a policy update',
  'describe.done.RehydrateTenantsAfterDisaster': 're-sealed all tenants after a disaster',
  'describe.done.other': 'ran {0}',
  'describe.done.unnamed': 'ran an operation that the record does not name',

  'describe.tried.CreateInstance': 'tried to create an instance',
  'describe.tried.CreateInstance.named': 'tried to create the instance {0}',
  'describe.tried.CreateInstance.named.noTarget': 'tried to create the instance',
  'describe.tried.DestroyInstance': 'tried to destroy an instance',
  'describe.tried.DestroyInstance.named': 'tried to destroy the instance {0}',
  'describe.tried.DestroyInstance.named.noTarget': 'tried to destroy the instance',
  'describe.tried.AddPolicyCertificate': 'tried to add a policy certificate',
  'describe.tried.RemovePolicyCertificate': 'tried to remove a policy certificate',
  'describe.tried.SetCurrentPolicy': 'tried to set the attestation policy',
  'describe.tried.ResetAttestationPolicy': 'tried to reset the attestation policy',
  'describe.tried.PrepareToUpdatePolicy': 'tried to prepare a policy update',
  'describe.tried.RehydrateTenantsAfterDisaster': 'tried to re-seal all tenants after a disaster',
  'describe.tried.other': 'tried to run {0}',
  'describe.tried.unnamed': 'tried to run an operation that the record does not name',

  'describe.outcome.Success': 'success',
  'describe.outcome.ClientError': 'client error',
  'describe.outcome.Failure': 'failure',
  'describe.outcome.Timeout': 'timeout',
  'describe.outcome.raw': '{0}',
  'describe.outcome.none': 'no result given',
  // The outcome of a failure, and what the record says of it.
  'describe.outcome.reason': '{0}, “{1}”',
};
