import { chooseAct, chooseError } from './cloudTrailActs.ts';
import { account, iamUser, identityOf, partner } from './cloudTrailIdentity.ts';
import { seconds, wrapped, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';

/** A file as CloudTrail delivers it to a bucket. */
export const cloudTrailSample: FormatSample = {
  format: 'cloudTrail',
  file: 'cloudtrail.audit.json',
  records: (scene) => {
    const { index } = scene;
    switch (index % 20) {
      case 3:
        return [consoleLogin(scene)];
      case 7:
        return [roleOfService(scene)];
      case 11:
        return [index % 40 === 11 ? insight(scene) : serviceEvent(scene)];
      case 15: {
        const twice = request(scene);
        return [twice, twice];
      }
      default:
        return [request(scene)];
    }
  },
  write: (records) => wrapped('Records', records),
};

function begin({ time }: Scene): JsonObject {
  return { eventVersion: '1.08', eventTime: `${seconds(time)}Z`, awsRegion: 'eu-west-1' };
}

function end({ random }: Scene): JsonObject {
  return { requestID: random.guid(), eventID: random.guid(), recipientAccountId: account };
}

function request(scene: Scene): JsonObject {
  const { random, company } = scene;
  const { source, name, parameters, resources, category, readOnly } = chooseAct(scene);
  return {
    ...begin(scene),
    userIdentity: identityOf(scene),
    eventSource: source,
    eventName: name,
    sourceIPAddress: random.pick(company.people).address,
    userAgent: 'aws-cli/2.1.0',
    ...chooseError(scene),
    requestParameters: parameters,
    responseElements: null,
    ...end(scene),
    readOnly: readOnly ?? false,
    ...(resources !== undefined && { resources }),
    eventType: 'AwsApiCall',
    managementEvent: category === undefined,
    eventCategory: category ?? 'Management',
    // An event of two accounts has another id in each, and this one in both.
    ...(random.chance(0.1) && { sharedEventID: random.guid() }),
  };
}

/** The console gives the outcome in the response, and not by a code. */
function consoleLogin(scene: Scene): JsonObject {
  const { random, company } = scene;
  const person = random.pick(company.people);
  const failed = random.chance(0.4);
  const isUnknown = failed && random.chance(0.3);
  const unknown = { type: 'IAMUser', accountId: account, accessKeyId: '', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
  return {
    ...begin(scene),
    userIdentity: isUnknown ? unknown : iamUser(person),
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    sourceIPAddress: person.address,
    userAgent: 'Mozilla/5.0',
    ...(failed && { errorMessage: 'Failed authentication' }),
    requestParameters: null,
    responseElements: { ConsoleLogin: failed ? 'Failure' : 'Success' },
    additionalEventData: { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: failed ? 'No' : 'Yes' },
    eventID: random.guid(),
    readOnly: false,
    eventType: 'AwsConsoleSignIn',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  };
}

/** A service assumes a role: it names itself as its address. */
function roleOfService(scene: Scene): JsonObject {
  return {
    ...begin(scene),
    userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    sourceIPAddress: 'lambda.amazonaws.com',
    userAgent: 'lambda.amazonaws.com',
    requestParameters: { roleArn: `arn:aws:iam::${account}:role/thumbnails`, roleSessionName: 'thumbnails' },
    responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLELAMBDA', expiration: `${seconds(scene.time)}Z` } },
    ...end(scene),
    readOnly: true,
    resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: `arn:aws:iam::${account}:role/thumbnails` }],
    eventType: 'AwsApiCall',
    managementEvent: true,
    eventCategory: 'Management',
  };
}

/** What a service does by itself: nobody is named. */
function serviceEvent(scene: Scene): JsonObject {
  const arn = `arn:aws:kms:eu-west-1:${account}:key/invoices`;
  return {
    ...begin(scene),
    eventSource: 'kms.amazonaws.com',
    eventName: 'RotateKey',
    sourceIPAddress: 'kms.amazonaws.com',
    userAgent: 'kms.amazonaws.com',
    requestParameters: null,
    responseElements: null,
    eventID: scene.random.guid(),
    readOnly: false,
    resources: [{ ARN: arn, accountId: account, type: 'AWS::KMS::Key' }],
    eventType: 'AwsServiceEvent',
    recipientAccountId: partner,
    serviceEventDetails: { keyId: 'invoices' },
    eventCategory: 'Management',
  };
}

/** An unusual number of calls: no operation of anybody, and no request. */
function insight(scene: Scene): JsonObject {
  return {
    ...begin(scene),
    eventID: scene.random.guid(),
    eventType: 'AwsCloudTrailInsight',
    recipientAccountId: account,
    sharedEventID: scene.random.guid(),
    insightDetails: {
      state: scene.index % 80 === 11 ? 'Start' : 'End',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateAccessKey',
      insightType: 'ApiCallRateInsight',
      insightContext: { statistics: { baseline: { average: 0.01 }, insight: { average: 7 } } },
    },
    eventCategory: 'Insight',
  };
}
