import type { LruCache } from '../collections/lruCache.ts';

/** What is being made for somebody else already, or is begun now. What fails or is cancelled does not answer the next one. */
export function sharedPromise<T>(known: LruCache<Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(name);
  if (found !== undefined) {
    return found;
  }
  const made = make();
  void known.set(name, made);
  made.catch(() => known.forget(name, made));
  return made;
}
