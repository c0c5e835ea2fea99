/** What is wanted, or a rejection as soon as the signal says so: what is wanted goes on then, and nobody waits for it. */
export async function unlessAborted<T>(wanted: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) {
    return wanted;
  }
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([wanted, aborted]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}
