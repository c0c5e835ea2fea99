/** An Amazon Resource Name taken apart: `arn:<partition>:<service>:<region>:<account>:<resource>`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Null where the name leaves it out. */
  readonly region: string | null;
  readonly account: string | null;
  /** What is after the fifth colon, with its type and whatever colons and slashes it has. */
  readonly resource: string;
}

const form = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s;

/** Takes a name apart; undefined where it does not have the form of one. */
export function parseArn(text: string): Arn | undefined {
  const [, partition, service, region, account, resource] = form.exec(text) ?? [];
  return partition === undefined || service === undefined || resource === undefined
    ? undefined
    : { partition, service, region: region || null, account: account || null, resource };
}
