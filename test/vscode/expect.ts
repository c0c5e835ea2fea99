/** Assertions that work in both extension hosts, one of which has no `node:assert`. */

/** Throws unless both are the same by their JSON. */
export function expectEqual(actual: unknown, expected: unknown, what = 'value'): void {
  const [actualText, expectedText] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (actualText !== expectedText) {
    throw new Error(`${what}: expected ${expectedText}, got ${actualText}`);
  }
}

export function expectTrue(condition: boolean, what: string): asserts condition {
  if (!condition) {
    throw new Error(`expected: ${what}`);
  }
}

/** How long it is between two looks, in milliseconds: VS Code has no event for most of what suites wait for. */
const pause = 20;

/** Waits until `probe` gives something, and gives that; throws after so many looks as fit into the timeout, in milliseconds. */
export async function waitFor<T>(what: string, probe: () => T | undefined | Promise<T | undefined>, timeout = 60_000): Promise<T> {
  for (let waited = 0; waited <= timeout; waited += pause) {
    const found = await probe();
    if (found !== undefined) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`${what}: not within ${timeout} ms`);
}
