/** Names of targets that contain levels, with the levels as the documentation of their writers says. */
export const arns: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['arn:aws:s3:::invoices', { service: 's3', resource: 'invoices' }],
  [
    'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
    { account: '111122223333', region: 'eu-west-1', service: 'ec2', resource: 'instance/i-1' },
  ],
  ['arn:aws:iam::111122223333:role/Deployer', { account: '111122223333', service: 'iam', resource: 'role/Deployer' }],
]);

export const cloudNames: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['projects/_/buckets/invoices', { resource: 'buckets/invoices' }],
  ['projects/shop/zones/europe-west1-b/instances/web', { project: 'shop', location: 'europe-west1-b', resource: 'instances/web' }],
  ['//iam.googleapis.com/projects/shop/roles/x', { service: 'iam.googleapis.com', project: 'shop', resource: 'roles/x' }],
  ['organizations/7/folders/8/policies/p', { organization: '7', folder: '8', resource: 'policies/p' }],
  ['folders/8', { folder: '8' }],
  ['folders/9/locations/eu/policies/q', { folder: '9', location: 'eu', resource: 'policies/q' }],
  ['folders/10/sinks/s', { folder: '10', resource: 'sinks/s' }],
]);
