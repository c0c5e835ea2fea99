import { hasEscapes } from './hasEscapes.ts';
import { scanString, Scan, scanValue, skipBlanks } from './jsonScanner.ts';
import { keyText } from './keyText.ts';
import { sourceText } from './utf8.ts';

/**
 * One record taken apart into values that know their bytes: for findings, hovers and details, which are about single
 * values. Made for the records that are looked at, never for all of a log.
 *
 * Built without recursion. Below {@link deepest} levels a nested value stays one leaf of its kind, without children:
 * nothing that is reported about a record looks deeper.
 */
export interface ValueNode {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Byte offset of its first byte, in the bytes that it was read from. */
  readonly start: number;
  /** Byte offset after its last byte. */
  readonly end: number;
  /** Members of an object in the order of the text, duplicates included. */
  readonly members: readonly Member[];
  /** Items of an array. */
  readonly items: readonly ValueNode[];
}

export interface Member {
  /** The key, decoded. */
  readonly key: string;
  /** Byte offsets of the key with its quotes. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: ValueNode;
}

const deepest = 64;

interface OpenNode {
  kind: 'object' | 'array';
  start: number;
  members: Member[];
  items: ValueNode[];
  pending: { key: string; keyStart: number; keyEnd: number } | undefined;
}

/** Takes the value in `bytes` from `start` up to `end` apart. It must be valid JSON, as the record reader has made sure. */
export function parseValueTree(bytes: Uint8Array, start: number, end: number): ValueNode {
  const scan = new Scan();
  const open: OpenNode[] = [];
  let position = skipBlanks(bytes, start, end);
  for (;;) {
    if (position >= end) {
      // Without this look the loop would have no end where a file was changed behind our back.
      throw new RangeError('These bytes are not a whole JSON value.');
    }
    const byte = bytes[position]!;
    const first = position;
    let closed: ValueNode | undefined;
    if (byte === 0x7b || byte === 0x5b) {
      const kind = byte === 0x7b ? 'object' : 'array';
      if (open.length === deepest) {
        position = scanValue(bytes, position, end, scan);
        closed = leaf(kind, first, position);
      } else {
        open.push({ kind, start: first, members: [], items: [], pending: undefined });
        position++;
      }
    } else if (byte === 0x7d || byte === 0x5d) {
      const { kind, start: opened, members, items } = open.pop()!;
      position++;
      closed = { kind, start: opened, end: position, members, items };
    } else if (byte === 0x22) {
      position = scanString(bytes, position, end, scan);
      const parent = open.at(-1);
      if (parent !== undefined && isKeyDue(parent)) {
        parent.pending = { key: keyAt(bytes, first, position), keyStart: first, keyEnd: position };
      } else {
        closed = leaf('string', first, position);
      }
    } else if (isPunctuation(byte)) {
      position++;
    } else {
      position = scalarEnd(bytes, position, end);
      closed = leaf(scalarKind(byte), first, position);
    }
    if (closed !== undefined) {
      const parent = open.at(-1);
      if (parent === undefined) {
        return closed;
      }
      attach(closed, parent);
    }
    position = skipBlanks(bytes, position, end);
  }
}

function isPunctuation(byte: number): boolean {
  return byte === 0x2c || byte === 0x3a;
}

/** Whether the next string in a value is a key. */
function isKeyDue({ kind, pending }: OpenNode): boolean {
  return kind === 'object' && pending === undefined;
}

/** Puts a whole value into the one around it, as its next item, or under the key that was read last. */
function attach(value: ValueNode, parent: OpenNode): void {
  if (parent.kind === 'array') {
    parent.items.push(value);
    return;
  }
  const { key, keyStart, keyEnd } = parent.pending!;
  parent.members.push({ key, keyStart, keyEnd, value });
  parent.pending = undefined;
}

/** The value's own source text. */
export function nodeText(bytes: Uint8Array, node: ValueNode): string {
  return sourceText(bytes, node.start, node.end);
}

/** A string's value; for any other kind its source text. */
export function nodeString(bytes: Uint8Array, node: ValueNode): string {
  return node.kind === 'string' ? stringAt(bytes, node.start, node.end) : nodeText(bytes, node);
}

/** The value of the last member with this key, as JSON.parse would take it; undefined if there is none. */
export function memberOf(node: ValueNode, key: string): ValueNode | undefined {
  return node.members.findLast((member) => member.key === key)?.value;
}

/** Decodes the JSON string whose quotes are at `start` and before `end`. */
export function stringAt(bytes: Uint8Array, start: number, end: number): string {
  const inner = bytes.subarray(start + 1, end - 1);
  return inner.includes(0x5c) ? (JSON.parse(sourceText(bytes, start, end)) as string) : sourceText(inner, 0, inner.length);
}

/** As {@link stringAt}, of a key: most keys occur again. */
function keyAt(bytes: Uint8Array, start: number, end: number): string {
  return hasEscapes(bytes, start, end) ? stringAt(bytes, start, end) : keyText(bytes, start + 1, end - 1);
}

/** Shared by all leaves: a record may have a million. */
const nothing: readonly never[] = [];

function leaf(kind: ValueNode['kind'], start: number, end: number): ValueNode {
  return { kind, start, end, members: nothing, items: nothing };
}

function scalarKind(byte: number): 'number' | 'boolean' | 'null' {
  return byte === 0x6e ? 'null' : byte === 0x74 || byte === 0x66 ? 'boolean' : 'number';
}

function scalarEnd(bytes: Uint8Array, position: number, end: number): number {
  while (position < end && !endsScalar(bytes[position]!)) {
    position++;
  }
  return position;
}

function endsScalar(byte: number): boolean {
  return byte <= 0x20 || byte === 0x2c || byte === 0x5d || byte === 0x7d;
}
