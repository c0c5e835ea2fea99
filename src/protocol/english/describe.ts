/** English words of core's descriptions: sentences about records, and explanations of their fields. */
export const describeEnglish: Readonly<Record<string, string>> = {
  // Caller, action with its place, outcome.
  'describe.sentence': '{0} {1}: {2}',
  'describe.heartbeat': 'Heartbeat of the audit library',
  'describe.heartbeatResult': 'Heartbeat of the audit library: {0}',

  'describe.caller.unknown': 'An unknown caller',
  'describe.caller.named': '{0}',
  'describe.caller.typed': '{0} {1}',

  // Action, instance, region.
  'describe.on': '{0} on {1}',
  'describe.onIn': '{0} on {1} in {2}',
  'describe.in': '{0} in {1}',

  'describe.done.CreateInstance': 'created an instance',
  'describe.done.CreateInstance.named': 'created the instance {0}',
  'describe.done.DestroyInstance': 'destroyed an instance',
  'describe.done.DestroyInstance.named': 'destroyed the instance {0}',
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
  'describe.tried.DestroyInstance': 'tried to destroy an instance',
  'describe.tried.DestroyInstance.named': 'tried to destroy the instance {0}',
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
};
