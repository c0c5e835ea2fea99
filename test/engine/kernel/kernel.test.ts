import { describe, expect, it } from 'vitest';
import { actions, Kernel, kernelExports } from '../../../src/engine/kernel/kernel.ts';
import { hasSimd, webAssembly } from '../../../src/engine/kernel/webAssembly.ts';

const encoder = new TextEncoder();

class Refused extends Error {}

describe('the kernel', () => {
  it('is there where the platform runs WebAssembly with SIMD', () => {
    expect(hasSimd(webAssembly!)).toBe(true);
    expect(kernelExports()).toBeDefined();
  });

  it('is not there without', () => {
    expect(kernelExports({ ...webAssembly!, validate: () => false })).toBeUndefined();
  });

  it('is not there where it may not run', () => {
    const refuse = class {
      readonly exports = undefined;
      constructor() {
        throw new Refused();
      }
    };
    expect(kernelExports({ validate: () => true, Module: refuse, Instance: refuse })).toBeUndefined();
  });

  it('has all that it uses within its memory', () => {
    const { memory, memoryEnd } = kernelExports()!;
    expect(memoryEnd.value).toBeLessThanOrEqual(memory.buffer.byteLength);
    expect(memory.buffer.byteLength - memoryEnd.value).toBeLessThan(65_536);
  });

  it('takes as many bytes as fit, and as many programs', () => {
    const kernel = Kernel.create(1)!;
    expect(kernel.take(new Uint8Array(kernel.inputSize + 5), 3, kernel.inputSize + 5)).toBe(kernel.inputSize);
    const program = { literals: [new Uint8Array(100_000), encoder.encode('}')], slots: [{ action: actions.pass, place: 0 }] };
    expect(kernel.load(Array.from({ length: 9 }, () => program))).toBe(5);
    expect(kernel.load([])).toBe(0);
  });

  it('has a memory of its own in each instance', () => {
    const [one, other] = [Kernel.create(1)!, Kernel.create(2)!];
    const bytes = encoder.encode('{"a":"x"}');
    const program = { literals: ['{"a":', '}'].map((text) => encoder.encode(text)), slots: [{ action: actions.lookUp, place: 1 }] };
    for (const kernel of [one, other]) {
      kernel.load([program]);
      kernel.take(bytes, 0, bytes.length);
    }
    one.learn(1, 5, 8, 4);
    expect([one, other].map((kernel) => [kernel.run(0, bytes.length), kernel.rows[4]])).toEqual([
      [1, 4],
      [1, -1],
    ]);
  });
});
