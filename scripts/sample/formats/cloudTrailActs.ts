import type { JsonObject, Scene } from './formatSample.ts';
import { account } from './cloudTrailIdentity.ts';

/** What is done, with what the request says of it. */
export interface Act {
  readonly source: string;
  readonly name: string;
  readonly parameters: JsonObject | null;
  readonly resources?: readonly JsonObject[];
  readonly category?: 'Data';
  readonly readOnly?: boolean;
}

const buckets = ['invoices', 'payroll', 'site-assets'] as const;
const roles = ['Administrator', 'Deployer', 'Auditor'] as const;

export function chooseAct({ random }: Scene): Act {
  const bucket = random.pick(buckets);
  const role = random.pick(roles);
  const bucketArn = { accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` };
  const keyArn = `arn:aws:kms:eu-west-1:${account}:key/${random.pick(['invoices', 'payroll'])}`;
  const acts: readonly (readonly [act: Act, weight: number])[] = [
    [s3('PutBucketPolicy', { bucketName: bucket, Host: `${bucket}.s3.amazonaws.com` }, [bucketArn]), 6],
    [s3('DeleteBucketPolicy', { bucketName: bucket }, [bucketArn]), 3],
    [{ ...s3('GetBucketAcl', { bucketName: bucket, acl: '' }, [bucketArn]), readOnly: true }, 8],
    [
      {
        ...s3('GetObject', { bucketName: bucket, key: '2020/november.csv' }, [
          { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucket}/2020/november.csv` },
          bucketArn,
        ]),
        category: 'Data',
        readOnly: true,
      },
      12,
    ],
    [act('iam', 'CreateUser', { userName: 'build-agent' }), 4],
    [act('iam', 'CreateAccessKey', { userName: 'build-agent' }), 4],
    [act('iam', 'AttachRolePolicy', { roleName: role, policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }), 6],
    [act('iam', 'DeleteRole', { roleName: role }), 2],
    [act('ec2', 'AuthorizeSecurityGroupIngress', { groupId: 'sg-0example1', ipPermissions: { items: [{ fromPort: 22 }] } }), 6],
    [act('ec2', 'StopInstances', { instancesSet: { items: [{ instanceId: 'i-0example1' }, { instanceId: 'i-0example2' }] } }), 5],
    [{ ...act('ec2', 'DescribeInstances', null), readOnly: true }, 12],
    [act('cloudtrail', 'StopLogging', { name: 'management-trail' }), 2],
    [act('cloudtrail', 'StartLogging', { name: 'management-trail' }), 2],
    [
      act('kms', 'ScheduleKeyDeletion', { keyId: keyArn, pendingWindowInDays: 7 }, [
        { accountId: account, type: 'AWS::KMS::Key', ARN: keyArn },
      ]),
      2,
    ],
    [{ ...act('secretsmanager', 'GetSecretValue', { secretId: 'payroll/db' }), readOnly: true }, 6],
    [act('lambda', 'UpdateFunctionCode20150331v2', { functionName: 'thumbnails' }), 4],
    [{ ...act('sts', 'GetCallerIdentity', null), readOnly: true }, 6],
  ];
  return random.pickWeighted(acts);
}

function s3(name: string, parameters: JsonObject, resources: readonly JsonObject[]): Act {
  return act('s3', name, parameters, resources);
}

function act(service: string, name: string, parameters: JsonObject | null, resources?: readonly JsonObject[]): Act {
  return { source: `${service}.amazonaws.com`, name, parameters, ...(resources !== undefined && { resources }) };
}

/** How a request ends: mostly well, else with a code and mostly a sentence. */
export function chooseError({ random }: Scene): JsonObject {
  return random.pickWeighted<JsonObject>([
    [{}, 80],
    [{ errorCode: 'AccessDenied', errorMessage: 'User is not authorized to perform this action' }, 6],
    [{ errorCode: 'Client.UnauthorizedOperation', errorMessage: 'You are not authorized to perform this operation.' }, 3],
    [{ errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded' }, 2],
    [{ errorCode: 'NoSuchBucketPolicy', errorMessage: 'The bucket policy does not exist' }, 3],
    [{ errorCode: 'ResourceNotFoundException' }, 2],
    [{ errorCode: 'ValidationException', errorMessage: 'Value is not valid' }, 1],
    [{ errorCode: 'InvalidParameterValue', errorMessage: 'The parameter is not valid' }, 1],
    [{ errorCode: 'InternalFailure', errorMessage: 'An internal error occurred' }, 3],
    [{ errorCode: 'Server.Unavailable' }, 1],
  ]);
}
