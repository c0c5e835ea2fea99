import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseArn } from '../../../src/core/record/arn.ts';

/** The grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
describe('an Amazon Resource Name', () => {
  test.each<[arn: string, parts: readonly (string | null)[]]>([
    ['arn:aws:iam::111122223333:user/ana', ['aws', 'iam', null, '111122223333', 'user/ana']],
    ['arn:aws:sns:us-east-1:111122223333:alarms', ['aws', 'sns', 'us-east-1', '111122223333', 'alarms']],
    ['arn:aws-cn:ec2:cn-north-1:111122223333:vpc/vpc-1', ['aws-cn', 'ec2', 'cn-north-1', '111122223333', 'vpc/vpc-1']],
    ['arn:aws:s3:::invoices/2026/a:b.txt', ['aws', 's3', null, null, 'invoices/2026/a:b.txt']],
    ['arn:aws:lambda:eu-west-1:111122223333:function:bill:7', ['aws', 'lambda', 'eu-west-1', '111122223333', 'function:bill:7']],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', ['aws', 'iam', null, 'aws', 'policy/ReadOnlyAccess']],
  ])('%s', (arn, parts) => {
    const { partition, service, region, account, resource } = parseArn(arn)!;
    expect([partition, service, region, account, resource]).toEqual(parts);
  });

  it.each([
    '',
    'arn',
    'arn:',
    'arn:aws:s3',
    'arn:aws:s3:::',
    'arn::s3:::x',
    'arn:aws::::x',
    'ARN:aws:s3:::x',
    'invoices',
    ' arn:aws:s3:::x',
  ])('is not %j', (text) => {
    expect(parseArn(text)).toBeUndefined();
  });

  it('is taken apart into what it was made of', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,9}$/);
    const some = fc.option(part, { nil: null });
    fc.assert(
      fc.property(part, part, some, some, fc.string({ minLength: 1 }), (partition, service, region, account, resource) => {
        const text = `arn:${partition}:${service}:${region ?? ''}:${account ?? ''}:${resource}`;
        expect(parseArn(text)).toEqual({ partition, service, region, account, resource });
      }),
    );
  });
});
