/** Bytes together with a view that reads four of them at once. The view is made again only when the bytes are others. */
export class ByteView {
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);

  of(bytes: Uint8Array): DataView {
    if (bytes !== this.bytes) {
      this.bytes = bytes as Uint8Array<ArrayBuffer>;
      this.view = viewOf(bytes) as DataView<ArrayBuffer>;
    }
    return this.view;
  }
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
