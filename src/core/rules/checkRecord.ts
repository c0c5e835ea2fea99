import { pointerOf, valueAt } from '../json/valueAt.ts';
import { memberOf, nodeString, nodeText, type ValueNode } from '../json/valueTree.ts';
import { brokenPayload, type NormalizedRecord } from '../formats/attestation/variants.ts';
import type { FormatSet } from '../formats/formatSet.ts';
import { recordFormat, type RecordFormat } from '../formats/recordFormat.ts';
import { timeOf } from '../formats/roleTime.ts';
import { TreeSource } from '../formats/treeSource.ts';
import type { CompiledFormat } from '../formats/compiledFormat.ts';
import { documentedKeys, isDocumented } from '../formats/attestation/fields.ts';
import { envelopeKey } from '../formats/attestation/identifyingKeys.ts';
import { isHeartbeat } from '../formats/attestation/events.ts';
import { callerKeys, keyOf, targetKeys, type PairKeys } from '../formats/attestation/roleKeys.ts';
import { documentationFindings } from './documentationFindings.ts';
import { schemaFindings } from './schemaFindings.ts';
import type { FindingCode } from '../finding/codes.ts';
import type { Finding } from '../finding/finding.ts';
import { findInvalidBytes } from './invalidBytes.ts';
import { childPointer } from '../json/jsonPointer.ts';
import { findLossyParts } from './lossyParts.ts';
import { numberVerdicts } from './numberRules.ts';
import { identityTypeVerdicts, identityVerdicts, regionMismatch, targetTypeVerdicts, targetVerdicts, type Target } from './pairRules.ts';
import { ruleFor } from './valueRules.ts';
import { excerpt, type Verdict } from '../finding/verdict.ts';

/**
 * All that can be found within one record, in the order of the text: the specification, slow and obvious, of what a
 * faster way may leave out for records that it can prove clean.
 *
 * `root` is the record's value tree over `bytes`; places are offsets into the same bytes. Records of other writers are
 * judged in the documented form, and the findings reported where the original is. Never fails on content.
 *
 * @param formats Those that the record may be of.
 * @param known The record's format, where it has been found out already.
 */
export function checkRecord(bytes: Uint8Array, root: ValueNode, formats: FormatSet, known?: RecordFormat): readonly Finding[] {
  if (root.kind !== 'object') {
    return [place(root, '', { code: 'syntax.notAnObject', args: [] })];
  }
  const format = known ?? recordFormat(bytes, root, formats);
  const found = format.kind === 'other' ? checkOther(format.compiled, bytes, root) : checkAttestation(format.normalized, bytes, root);
  return [...encodingFindings(bytes, root), ...found].toSorted((left, right) => left.start - right.start);
}

/**
 * A format that is data says what its values mean, and promises no more than a time that is one; a strict one promises what it
 * documents.
 */
function checkOther(compiled: CompiledFormat, bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  const documented = documentationFindings(compiled, bytes, root);
  const wrongTypes = new Set(documented.filter(({ code }) => code === 'schema.type').map(({ pointer }) => pointer));
  const others = [...findLossyParts(bytes, root), ...timeFindings(compiled, bytes, root)];
  return [...documented, ...others.filter(({ code, pointer }) => !ofType.has(code) || !wrongTypes.has(pointer))];
}

/** What says no more of a value than that it has the wrong type. */
const ofType: ReadonlySet<FindingCode> = new Set(['value.number', 'value.time']);

function timeFindings(compiled: CompiledFormat, bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  const time = timeOf(compiled, new TreeSource(compiled.paths, bytes, root));
  if (time === undefined || time.ticks !== undefined) {
    return [];
  }
  // In JSON text no place is known: the record stands for it.
  const { start, end } = time.found.isOwn ? time.found : root;
  const pointer = time.found.isOwn ? pointerOf(valueAt(root, start)?.path ?? []) : '';
  return [{ code: 'value.time', pointer, start, end, args: [excerpt(time.text)] }];
}

function checkAttestation(normalized: NormalizedRecord | undefined, bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  return normalized === undefined
    ? checkDocumented(bytes, root)
    : checkDocumented(normalized.bytes, normalized.root)
        .map((finding) => atOriginal(finding, normalized, root))
        .filter(isFirstOfAlike());
}

function atOriginal(finding: Finding, normalized: NormalizedRecord, root: ValueNode): Finding {
  const { start, end } = normalized.originalOf(finding.start, finding.end);
  const pointer = pointerOf(valueAt(root, start)?.path ?? []);
  const related = finding.related && normalized.originalOf(finding.related.start, finding.related.end);
  return { ...finding, start, end, pointer: finding.pointer === '' ? '' : pointer, ...(related && { related }) };
}

/** Keys that occur three times in one JSON text within the record have one place there, and one finding is enough of them. */
function isFirstOfAlike(): (finding: Finding) => boolean {
  const reported = new Set<string>();
  return ({ code, start, args }) => {
    const content = JSON.stringify([start, args]);
    const isFirst = code !== 'syntax.duplicateKey' || !reported.has(content);
    reported.add(content);
    return isFirst;
  };
}

function checkDocumented(bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  const payload = brokenPayload(bytes, root);
  // What is missing is in what is broken.
  const schema =
    payload === undefined
      ? schemaFindings(bytes, root)
      : [
          place(payload, childPointer('', envelopeKey), { code: 'syntax.invalid', args: [envelopeKey] }),
          ...schemaFindings(bytes, root).filter(({ code, pointer }) => code !== 'schema.required' || pointer !== ''),
        ];
  // Of a million members few may be documented.
  const ofFields = fieldFindings(bytes, { ...root, members: root.members.filter(({ key }) => isDocumented(key)) });
  const wrongTypes = new Set(
    [...schema, ...ofFields].filter((finding) => finding.code === 'schema.type').map((finding) => finding.pointer),
  );
  const lossy = findLossyParts(bytes, root).filter((finding) => finding.code !== 'value.number' || !wrongTypes.has(finding.pointer));
  return [...schema, ...lossy, ...ofFields];
}

function encodingFindings(bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  const invalid = findInvalidBytes(bytes, root.start, root.end);
  if (invalid === undefined) {
    return [];
  }
  const { first, count } = invalid;
  const pointer = pointerOf(valueAt(root, first)?.path ?? []);
  return [{ code: 'syntax.encoding', pointer, start: first, end: first + 1, args: [String(count)] }];
}

function fieldFindings(bytes: Uint8Array, root: ValueNode): readonly Finding[] {
  const operation = memberOf(root, keyOf.operation);
  const heartbeat = operation?.kind === 'string' && isHeartbeat(nodeString(bytes, operation));
  const findings: Finding[] = [];
  for (const key of documentedKeys) {
    const node = memberOf(root, key);
    if (node === undefined) {
      continue;
    }
    const pointer = childPointer('', key);
    if (node.kind === 'string' && key !== keyOf.category) {
      findings.push(...places(node, pointer, ruleFor(key)?.(nodeString(bytes, node))));
    } else if (node.kind === 'number') {
      findings.push(...places(node, pointer, numberVerdicts(key, nodeText(bytes, node))));
    } else if (node.kind === 'array') {
      arrayFindings(bytes, node, key, heartbeat, findings);
    }
  }
  return findings;
}

function arrayFindings(bytes: Uint8Array, node: ValueNode, key: string, heartbeat: boolean, findings: Finding[]): void {
  const pointer = childPointer('', key);
  if (key === keyOf.category) {
    node.items.forEach((item, index) => {
      findings.push(...places(item, childPointer(pointer, index), whenText(bytes, item, ruleFor(key))));
    });
    return;
  }
  const rules = pairRules.get(key);
  if (rules === undefined) {
    return;
  }
  if (node.items.length === 0 && !heartbeat) {
    findings.push(place(node, pointer, { code: 'value.empty', args: [key] }));
  }
  node.items.forEach((item, index) => pairFindings(bytes, item, rules, childPointer(pointer, index), findings));
  if (key === keyOf.targets) {
    regionFindings(bytes, node, findings);
  }
}

interface PairRules {
  readonly keys: PairKeys;
  readonly ofType: (type: string) => readonly Verdict[];
  readonly ofValue: (type: string, value: string) => readonly Verdict[];
}

const pairRules: ReadonlyMap<string, PairRules> = new Map([
  [callerKeys.list, { keys: callerKeys, ofType: identityTypeVerdicts, ofValue: identityVerdicts }],
  [targetKeys.list, { keys: targetKeys, ofType: targetTypeVerdicts, ofValue: targetVerdicts }],
]);

function pairFindings(bytes: Uint8Array, item: ValueNode, rules: PairRules, pointer: string, findings: Finding[]): void {
  const type = memberOf(item, rules.keys.type);
  const value = memberOf(item, rules.keys.value);
  if (type !== undefined) {
    findings.push(...places(type, childPointer(pointer, rules.keys.type), whenText(bytes, type, rules.ofType)));
  }
  if (value !== undefined) {
    const ofValue = whenText(bytes, value, (text) => rules.ofValue(textOf(bytes, type), text));
    findings.push(...places(value, childPointer(pointer, rules.keys.value), ofValue));
  }
}

function regionFindings(bytes: Uint8Array, node: ValueNode, findings: Finding[]): void {
  const names = node.items.map((item) => memberOf(item, targetKeys.value));
  const targets = node.items.map((item, index): Target => ({
    type: textOf(bytes, memberOf(item, targetKeys.type)),
    name: textOf(bytes, names[index]),
  }));
  const mismatch = regionMismatch(targets);
  const name = names[mismatch?.index ?? -1];
  if (mismatch !== undefined && name !== undefined) {
    const pointer = childPointer(childPointer(childPointer('', targetKeys.list), mismatch.index), targetKeys.value);
    findings.push(place(name, pointer, mismatch.verdict));
  }
}

/** A string's text; empty for any other value and for none, of which the schema has reported already. */
function textOf(bytes: Uint8Array, node: ValueNode | undefined): string {
  return node?.kind === 'string' ? nodeString(bytes, node) : '';
}

function whenText(bytes: Uint8Array, node: ValueNode, rule: ((text: string) => readonly Verdict[]) | undefined): readonly Verdict[] {
  return node.kind === 'string' ? (rule?.(nodeString(bytes, node)) ?? []) : [];
}

function places(node: ValueNode, pointer: string, verdicts: readonly Verdict[] = []): readonly Finding[] {
  return verdicts.map((verdict) => place(node, pointer, verdict));
}

function place(node: ValueNode, pointer: string, { code, args }: Verdict): Finding {
  return { code, pointer, start: node.start, end: node.end, args };
}
