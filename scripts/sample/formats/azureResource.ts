import type { Scene } from './formatSample.ts';

const providers = {
  'Microsoft.KeyVault/vaults': 'shopvault',
  'Microsoft.Compute/virtualMachines': 'web0',
  'Microsoft.Storage/storageAccounts': 'shopdata',
  'Microsoft.Network/networkSecurityGroups': 'front',
  'Microsoft.Attestation/attestationProviders': 'contoso',
} as const;

export type ResourceType = keyof typeof providers;

/** The id of the one resource of a type, in one of the groups. */
export function resourceIdOf({ company, random }: Scene, type: ResourceType): string {
  return `/subscriptions/${company.subscription}/resourceGroups/${random.pick(['shop', 'shop-test'])}/providers/${type}/${providers[type]}`;
}

export const claimNames = {
  upn: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn',
  objectId: 'http://schemas.microsoft.com/identity/claims/objectidentifier',
  tenant: 'http://schemas.microsoft.com/identity/claims/tenantid',
} as const;

/** What is done to resources, with the types that it is done to. */
export const managementActs = [
  ['Microsoft.Compute/virtualMachines/write', 'Microsoft.Compute/virtualMachines'],
  ['Microsoft.Compute/virtualMachines/restart/action', 'Microsoft.Compute/virtualMachines'],
  ['Microsoft.Compute/virtualMachines/delete', 'Microsoft.Compute/virtualMachines'],
  ['Microsoft.Storage/storageAccounts/listKeys/action', 'Microsoft.Storage/storageAccounts'],
  ['Microsoft.Storage/storageAccounts/write', 'Microsoft.Storage/storageAccounts'],
  ['Microsoft.Network/networkSecurityGroups/securityRules/write', 'Microsoft.Network/networkSecurityGroups'],
  ['Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults'],
  ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.Storage/storageAccounts'],
  ['Microsoft.Attestation/attestationProviders/write', 'Microsoft.Attestation/attestationProviders'],
] as const satisfies readonly (readonly [operation: string, type: ResourceType])[];
