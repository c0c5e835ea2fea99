/**
 * What gives access, wherever it is in a value, and what may be shown of it. Each pattern takes time in proportion to
 * the text, whatever the text: nothing that one of its parts takes could be taken by the part before.
 */
const secrets: readonly (readonly [pattern: RegExp, shown: string])[] = [
  // The signature of a shared access signature.
  [/([?&;]|^)(sig=)[^&\s"']+/gi, '$1$2…'],
  // Keys and passwords of connection strings, tokens in addresses.
  [/\b((?:AccountKey|SharedAccessKey|password|pwd|client_secret|access_token|id_token|refresh_token)=)[^;&\s"']+/gi, '$1…'],
  [/\b(Bearer\s+)[\w.~+/=-]+/gi, '$1…'],
  // JSON Web Tokens (RFC 7519): three parts in base64url, of which the first begins with a brace and a quote.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, 'eyJ…'],
];

/** Hides what gives access in a value that is shown: signatures, keys, passwords and tokens. */
export function maskSecrets(value: string): string {
  return secrets.reduce((text, [pattern, shown]) => text.replace(pattern, shown), value);
}
