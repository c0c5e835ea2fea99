import { builtInChoice } from '../../src/core/formats/formatChoice.ts';
import { LogReading } from '../../src/engine/session/logReading.ts';
import type { LogIndex } from '../../src/engine/index/logIndex.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../src/engine/sources/bytesSource.ts';

/** The index of sources in memory, called `log0.ndjson` and so on, that have been read to their end. */
export async function readIndex(...texts: readonly string[]): Promise<LogIndex> {
  const platform = { compression: nodeCompression, blockWorkers: undefined, clock: () => 0, formats: builtInChoice };
  const reading = new LogReading(platform, () => undefined, new AbortController().signal);
  await reading.read(texts.map((text, number) => new BytesSource(`log${number}.ndjson`, new TextEncoder().encode(text))));
  return reading.index;
}
