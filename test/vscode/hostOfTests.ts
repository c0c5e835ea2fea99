/** Which extension host this code runs in. Only a web worker has this constructor, so a test cannot mistake Node for it. */
export function hostOfTests(): 'node' | 'web' {
  return 'WorkerGlobalScope' in globalThis ? 'web' : 'node';
}
