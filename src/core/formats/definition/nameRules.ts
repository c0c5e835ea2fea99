import { parseArn } from '../../record/arn.ts';

/** Rules that make a short name of a longer one, by the names that formats have for them. */
export type NameRule = 'arnName' | 'policyOfUri';

/** The short name in a text, or undefined where there is none. */
export const nameRules: Readonly<Record<NameRule, (text: string) => string | undefined>> = {
  /**
   * Of an Amazon Resource Name of IAM or STS: the user after its path, the role with its session, or `root`
   * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).
   */
  arnName: (text) => {
    const [type = '', ...path] = parseArn(text)?.resource.split('/') ?? [];
    return type === 'assumed-role' ? path.join('/') || undefined : path.at(-1) || type || undefined;
  },
  /**
   * Of the address of an attestation policy, the attestation type whose policy it is: `SgxEnclave`
   * (https://learn.microsoft.com/rest/api/attestation/policy/set).
   */
  policyOfUri: (text) => /^https?:\/\/[^/?#]*\/policies\/([A-Za-z]+)(?::reset)?(?:[?#]|$)/.exec(text)?.[1],
};
