/** Known values, written down once more from the description of the format. */
export const categories = [
  'Other',
  'UserManagement',
  'GroupManagement',
  'Authentication',
  'Authorization',
  'RoleManagement',
  'ApplicationManagement',
  'KeyManagement',
  'DirectoryManagement',
  'ResourceManagement',
  'PolicyManagement',
  'DeviceManagement',
  'EntitlementManagement',
  'PasswordManagement',
  'IdentityProtection',
  'ObjectManagement',
  'ProvisioningManagement',
  'CustomerFacing',
  'EUII',
  'Euii',
];
/** Types of identities whose form is free. */
export const freeIdentities = [
  'PUID',
  'Certificate',
  'Claim',
  'Username',
  'KeyName',
  'AccessKeyName',
  'TokenID',
  'SasURL',
  'System',
  'Other',
];
/** Types of identities that are GUIDs. */
export const guidIdentities = ['ObjectID', 'SubscriptionID', 'ApplicationID', 'TenantId'];
/** Names of events other than the regular ones. */
export const synonyms = [
  'AddPolicyManagementCertificate',
  'AddPolicyManagementCertificates',
  'RemovePolicyManagementCertificate',
  'RemovePolicyManagementCertificates',
  'SetEffectiveAttestationPolicy',
  'SetPolicy',
  'SetCurrentPolicyWithHttpMessagesAsync',
  'DeleteCurrentPolicy',
  'DeletePolicy',
  'PrepareToSetPolicy',
  'Set Current Policy',
  'setcurrentpolicy',
];
