/** Eight tables: a byte that is n places before the end of a stretch of eight is looked up in table n. */
const tables = new Int32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  tables[byte] = value;
}
for (let index = 256; index < tables.length; index++) {
  const before = tables[index - 256]!;
  tables[index] = (before >>> 8) ^ tables[before & 0xff]!;
}

/** The CRC-32 that gzip uses (RFC 1952, 8), of bytes that follow those whose CRC-32 is `before`; as a signed number. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let position = 0;
  for (const end = bytes.length - 7; position < end; position += 8) {
    const low = crc ^ (bytes[position]! | (bytes[position + 1]! << 8) | (bytes[position + 2]! << 16) | (bytes[position + 3]! << 24));
    crc =
      tables[0x700 | (low & 0xff)]! ^
      tables[0x600 | ((low >>> 8) & 0xff)]! ^
      tables[0x500 | ((low >>> 16) & 0xff)]! ^
      tables[0x400 | (low >>> 24)]! ^
      tables[0x300 | bytes[position + 4]!]! ^
      tables[0x200 | bytes[position + 5]!]! ^
      tables[0x100 | bytes[position + 6]!]! ^
      tables[bytes[position + 7]!]!;
  }
  for (; position < bytes.length; position++) {
    crc = (crc >>> 8) ^ tables[(crc ^ bytes[position]!) & 0xff]!;
  }
  return ~crc;
}
