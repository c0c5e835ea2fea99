/** Deeper nesting is counted only: endless nesting must not fill the memory. */
const deepest = 1024;

const isObject = 1;

/**
 * The objects and lists that are open, of text that may be broken: brackets that are missing are taken for closed, and
 * brackets too many for nothing.
 */
export class ObjectStack {
  private starts = new Int32Array(16);
  private marks = new Uint16Array(16);
  private depth = 0;
  private deeper = 0;
  private lists = 0;

  /** Number of the innermost one if it is an object that can be looked at, or -1. */
  get top(): number {
    const top = this.depth - 1;
    return this.deeper === 0 && top >= 0 && this.marks[top] !== 0 ? top : -1;
  }

  /** Where an object begins. */
  startOf(object: number): number {
    return this.starts[object]!;
  }

  /** What is kept of an object: any bits but the lowest. */
  marksOf(object: number): number {
    return this.marks[object]!;
  }

  setMarks(object: number, marks: number): void {
    this.marks[object] = marks | isObject;
  }

  openObject(start: number, marks: number): void {
    this.push(start, marks | isObject);
  }

  openList(start: number): void {
    this.push(start, 0);
  }

  closeObject(): void {
    if (this.deeper > 0) {
      this.deeper--;
      return;
    }
    // Brackets of lists within it are missing.
    while (this.depth > 0 && this.marks[this.depth - 1] === 0) {
      this.pop();
    }
    this.pop();
  }

  closeList(): void {
    if (this.deeper > 0) {
      this.deeper--;
      return;
    }
    // In a list that is open, braces of its objects are missing; else the bracket is one too many.
    while (this.lists > 0 && this.marks[this.depth - 1] !== 0) {
      this.pop();
    }
    if (this.lists > 0) {
      this.pop();
    }
  }

  private push(start: number, marks: number): void {
    if (this.depth === deepest) {
      this.deeper++;
      return;
    }
    if (this.depth === this.starts.length) {
      this.grow();
    }
    this.starts[this.depth] = start;
    this.marks[this.depth] = marks;
    this.lists += marks === 0 ? 1 : 0;
    this.depth++;
  }

  private grow(): void {
    const { starts, marks } = this;
    this.starts = new Int32Array(starts.length * 2);
    this.starts.set(starts);
    this.marks = new Uint16Array(marks.length * 2);
    this.marks.set(marks);
  }

  private pop(): void {
    if (this.depth > 0) {
      this.depth--;
      this.lists -= this.marks[this.depth] === 0 ? 1 : 0;
    }
  }
}
