import { formatData } from './formatData.ts';
import { FormatSet } from './formatSet.ts';

/** The formats that this program brings. */
export const builtInFormats = new FormatSet(formatData);
