import type { Memory } from '../../../src/host/editor/viewMemory.ts';

/** As VS Code's: what is kept is JSON. */
export class MemoryDouble implements Memory {
  readonly values = new Map<string, string>();
  updates = 0;

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    this.updates++;
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}
