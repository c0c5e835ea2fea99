/** Bytes of a header block (POSIX.1-1988 ustar; older archives lack its magic, but have the checksum as well). */
const blockLength = 512;
const checksumStart = 148;
const checksumEnd = 156;

/** Whether content begins with the header of a tar archive: its checksum is right. */
export function isTarHeader(bytes: Uint8Array): boolean {
  if (bytes.length < blockLength || bytes[0] === 0) {
    return false;
  }
  const stated = /^ *([0-7]+)[ \0]*$/.exec(String.fromCharCode(...bytes.subarray(checksumStart, checksumEnd)));
  return stated !== null && Number.parseInt(stated[1]!, 8) === checksumOf(bytes);
}

/** The sum of the block's bytes, those of the checksum itself taken as blanks. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < blockLength; index++) {
    sum += index >= checksumStart && index < checksumEnd ? 0x20 : bytes[index]!;
  }
  return sum;
}
