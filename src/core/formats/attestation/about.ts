/** What Attestation's format is called, in the words that other formats have in their `format.json`. */
export const aboutAttestation = {
  id: 'attestation',
  title: 'Azure Attestation',
  summary: 'What was done to Azure Attestation instances, by whom, and with which result.',
  documentation: 'https://learn.microsoft.com/azure/attestation/audit-logs',
  icon: 'verified',
} as const;
