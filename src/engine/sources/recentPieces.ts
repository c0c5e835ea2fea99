import type { Piece } from './gzipCursor.ts';

/** The pieces that were made last, up to a number of bytes. */
export class RecentPieces {
  private readonly pieces: Piece[] = [];
  private size = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(piece: Piece): void {
    this.pieces.push(piece);
    this.size += piece.bytes.length;
    while (this.size > this.limit && this.pieces.length > 1) {
      this.size -= this.pieces.shift()!.bytes.length;
    }
  }

  /** The piece that holds an offset. */
  at(offset: number): Piece | undefined {
    return this.pieces.findLast(({ start, bytes }) => start <= offset && offset < start + bytes.length);
  }
}
