import 'node:module';

/** Newer than the types that the product is checked with, which name the module's other members. */
declare module 'node:module' {
  interface ResolvedModule {
    url: string;
    format?: string | null | undefined;
    shortCircuit?: boolean | undefined;
  }

  interface LoadedModule {
    source?: unknown;
    format?: string | null | undefined;
    shortCircuit?: boolean | undefined;
  }

  /** https://nodejs.org/api/module.html#moduleregisterhooksoptions */
  export function registerHooks<Context>(hooks: {
    resolve: (specifier: string, context: Context, next: (specifier: string, context: Context) => ResolvedModule) => ResolvedModule;
    load: (url: string, context: Context, next: (url: string, context: Context) => LoadedModule) => LoadedModule;
  }): void;
}
