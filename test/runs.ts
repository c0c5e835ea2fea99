import { isLong } from '../scripts/isLong.ts';

/** How many cases a property is tried with: so many in `npm test`, a hundred times as many in `npm run test:long`. */
export function runs(count: number): number {
  return isLong ? count * 100 : count;
}
