/** What Node has and browsers lack: it searches bytes twenty times as fast as the arrays of the language. */
interface BytesOfNode {
  from(bytes: ArrayBufferLike, offset: number, length: number): { indexOf(byte: number): number };
}

const { Buffer: bytesOfNode } = globalThis as { readonly Buffer?: BytesOfNode };

/** Whether some byte is a NUL, as in all UTF-16 that holds ASCII. Of each log all bytes are asked. */
export function holdsNul(bytes: Uint8Array): boolean {
  return bytesOfNode === undefined ? bytes.includes(0) : bytesOfNode.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(0) !== -1;
}
