/**
 * The stretch of a source that a reader has at hand: what it has not finished with, and the piece that came last.
 *
 * Where everything before has been finished, the new piece is taken as it is, without a copy; else it is put after the
 * rest in a buffer that is kept, so that a record of many pieces is not copied with each of them.
 */
export interface ByteWindow {
  bytes: Uint8Array;
  /** How many of `bytes` are filled. */
  length: number;
  /** Offset in the source of `bytes[0]`. */
  base: number;
  /** Index of the first byte that is not finished with. */
  position: number;
  /** Holds `bytes` where these are put together of several pieces. */
  buffer: Uint8Array;
}

/** @param offset Where the first piece begins in the source. */
export function windowAt(offset: number): ByteWindow {
  return { bytes: new Uint8Array(0), length: 0, base: offset, position: 0, buffer: new Uint8Array(0) };
}

/** Drops what is finished with and appends a piece. */
export function pushBytes(window: ByteWindow, chunk: Uint8Array): void {
  const rest = window.length - window.position;
  window.base += window.position;
  if (rest === 0) {
    window.bytes = chunk;
  } else {
    join(window, window.bytes.subarray(window.position, window.length), chunk);
  }
  window.length = rest + chunk.length;
  window.position = 0;
}

/** A window with a copy of the bytes that are not finished with. */
export function compactWindow({ bytes, length, base, position }: ByteWindow): ByteWindow {
  return { ...windowAt(base + position), bytes: bytes.slice(position, length), length: length - position };
}

function join(window: ByteWindow, rest: Uint8Array, chunk: Uint8Array): void {
  const length = rest.length + chunk.length;
  const { buffer } = window;
  if (buffer.length < length || (buffer.length > largeBuffer && buffer.length > 4 * length)) {
    window.buffer = new Uint8Array(length > largeBuffer ? length * 2 : length + 4096);
  }
  if (rest.buffer !== window.buffer.buffer || rest.byteOffset > 0) {
    // Within one buffer this moves the rest to its beginning.
    window.buffer.set(rest);
  }
  window.buffer.set(chunk, rest.length);
  window.bytes = window.buffer.subarray(0, length);
}

const largeBuffer = 4 * 1024 * 1024;
