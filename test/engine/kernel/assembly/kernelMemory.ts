import { kernelExports, type KernelExports } from '../../../../src/engine/kernel/kernel.ts';

/** The kernel's own functions, and its memory to put bytes into. */
export interface KernelMemory {
  readonly kernel: KernelExports;
  /** Puts bytes into the input, and others around them that must not count; returns their address. */
  readonly put: (bytes: Uint8Array) => number;
}

export function kernelMemory(): KernelMemory {
  const kernel = kernelExports()!;
  const memory = new Uint8Array(kernel.memory.buffer);
  return {
    kernel,
    put(bytes) {
      const address = kernel.inputAt.value + 64;
      memory.fill(0x22, address - 64, address);
      memory.set(bytes, address);
      memory.fill(0x22, address + bytes.length, address + bytes.length + 64);
      return address;
    },
  };
}
