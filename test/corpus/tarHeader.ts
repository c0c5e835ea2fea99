/** The header block of a tar archive for a file of one byte, as `tar` writes it. Independent of the sources. */
export function tarHeader(name: string, magic: string): Uint8Array<ArrayBuffer> {
  const block = Buffer.alloc(512);
  block.write(name, 0, 'latin1');
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write('00000000001\0', 124);
  block.write('13757023302\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write(magic, 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return new Uint8Array(block);
}
