import type { Random } from './random.ts';

export interface Outcome {
  readonly result: string;
  readonly description: string | null;
}

const success: Outcome = { result: 'Success', description: null };

/** How an operation ends: mostly well; in an outage mostly not. */
export function chooseOutcome(operation: string, inOutage: boolean, random: Random): Outcome {
  const kind = random.pickWeighted(inOutage ? outageWeights : usualWeights);
  switch (kind) {
    case 'Success':
      return success;
    case 'ClientError':
      return { result: kind, description: random.pick(clientErrors.get(operation) ?? anyClientErrors) };
    case 'Failure':
      return { result: kind, description: random.pick(failures) };
    case 'Timeout':
      return { result: kind, description: 'The operation did not end within 30 seconds.' };
  }
}

const usualWeights = [
  ['Success', 92],
  ['ClientError', 5.5],
  ['Failure', 1.8],
  ['Timeout', 0.7],
] as const;

const outageWeights = [
  ['Success', 25],
  ['ClientError', 3],
  ['Failure', 50],
  ['Timeout', 22],
] as const;

const anyClientErrors = [
  'The caller may not perform Microsoft.Attestation/attestationProviders/attestation/write on this instance.',
  'The instance was not found.',
] as const;

const policyErrors = [
  ...anyClientErrors,
  'Policy signature did not verify.',
  'The signer is not among the policy management certificates.',
  'Policy for SgxEnclave: line 4: expected permit or deny.',
  '{"error":{"code":"PolicyParsingError","message":"Policy for AzureGuest: unknown claim type."}}',
] as const;

const certificateErrors = [
  ...anyClientErrors,
  'The certificate is already present.',
  'The last policy certificate cannot be removed.',
] as const;

const clientErrors = new Map<string, readonly string[]>([
  ['CreateInstance', ['The name of the instance is taken.', anyClientErrors[0]]],
  ['SetCurrentPolicy', policyErrors],
  ['PrepareToUpdatePolicy', policyErrors],
  ['AddPolicyCertificate', certificateErrors],
  ['RemovePolicyCertificate', certificateErrors],
]);

const failures = [
  'The policy could not be sealed.',
  'Storage did not answer.',
  '{"error":{"code":"InternalError","message":"The attestation tenant is not available."}}',
] as const;
