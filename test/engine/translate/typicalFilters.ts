/** Filters such as people write, for logs of all formats. */
export const typicalFilters: readonly string[] = [
  '-resultGroup:success',
  'result:(Failure, AccessDenied) OR resultGroup:clientError',
  'caller:*@contoso* -caller.UPN:null',
  '-caller:null',
  'event:*e* OR operation:*Get*',
  'target.Account:* OR target.Namespace:*',
  'time:last-1d',
  '-time:last-30d..last-2d',
  'ip:*.2.*',
  'ip:192.0.2.40',
  'userIdentity.arn~/role|user/i',
  'operation~/^[A-Cp]/ -record<100',
  'text:"success" line>3',
  'finding:* OR policy',
  'seq:null OR seq>500',
];

/** Fields that they ask beside those of every table. */
export const typicalFields = 'caller.UPN,target.Account,target.Namespace,userIdentity.arn,text';
