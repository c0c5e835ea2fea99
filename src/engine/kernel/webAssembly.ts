/** What is used of WebAssembly: the types of Node know nothing of it, and those of browsers are not there for Node. */
interface Platform {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** Undefined where the platform has none. */
export const webAssembly = (globalThis as { readonly WebAssembly?: Platform }).WebAssembly;

/** `(module (func (result v128) (i8x16.popcnt (i8x16.splat (i32.const 0)))))`: what cannot run SIMD does not take it for valid. */
const probe = 'AGFzbQEAAAABBQFgAAF7AwIBAAoKAQgAQQD9D/1iCw==';

/** The bytes that a text in base64 says. */
export function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Whether it runs SIMD. */
export function hasSimd({ validate }: Pick<Platform, 'validate'>): boolean {
  return validate(bytesOfBase64(probe));
}
