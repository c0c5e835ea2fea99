import { isObject } from '../../protocol/guards.ts';
import { matchGlob } from './matchGlob.ts';

/** A schema that a setting names for a log. */
export interface SchemaRule {
  /** A path or an address, as it is written in the setting. */
  readonly file: string;
  readonly mode: 'extend' | 'replace';
}

/**
 * The schemas that the setting `auditLog.schemas` has for a log: those of all patterns that match, each file once, in the order of the
 * setting. What is no such rule is left out, for the editor of settings reports it.
 *
 * @param path Of the log within its workspace folder, or the whole path.
 */
export function schemaRules(setting: unknown, path: string): readonly SchemaRule[] {
  const rules = new Map<string, SchemaRule>();
  for (const [pattern, value] of isObject(setting) ? Object.entries(setting) : []) {
    const rule = asRule(value);
    if (rule !== undefined && !rules.has(rule.file) && matchGlob(pattern, path)) {
      rules.set(rule.file, rule);
    }
  }
  return [...rules.values()];
}

function asRule(value: unknown): SchemaRule | undefined {
  if (typeof value === 'string') {
    return value === '' ? undefined : { file: value, mode: 'extend' };
  }
  if (!isObject(value) || typeof value['file'] !== 'string' || value['file'] === '') {
    return undefined;
  }
  return { file: value['file'], mode: value['mode'] === 'replace' ? 'replace' : 'extend' };
}
