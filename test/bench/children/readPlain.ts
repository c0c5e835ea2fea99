/** The floor: reads a log, and looks at nothing. */
import { forEachBlock } from './forEachBlock.ts';

let bytes = 0;
forEachBlock(process.argv[2]!, (block) => (bytes += block.length));
console.log(JSON.stringify({ bytes }));
