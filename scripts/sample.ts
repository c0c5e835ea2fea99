/**
 * `npm run sample -- [--records N] [--seed S] [--instances N] [--clean] [--out FILE]` writes an invented audit log.
 *
 * The same options give the same bytes. Without options it is the log in media/samples. `--clean` leaves out everything
 * that is wrong on purpose; `--instances` sets how many attestation instances there are; `--out -` is standard output.
 */
import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { userPath } from './paths.ts';
import { monthSample, sampleLog, type SampleOptions } from './sample/sampleLog.ts';

function numberOption(name: string, text: string | undefined, least: number, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new Error(`--${name} takes a whole number from ${least}, not ${text}`);
  }
  return number;
}

function readOptions(): { readonly sample: SampleOptions; readonly out: string } {
  const { values } = parseArgs({
    options: {
      records: { type: 'string' },
      seed: { type: 'string' },
      instances: { type: 'string' },
      clean: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const sample = {
    records: numberOption('records', values.records, 0, monthSample.records),
    seed: numberOption('seed', values.seed, 0, monthSample.seed),
    instances: numberOption('instances', values.instances, 1, monthSample.instances),
    clean: values.clean,
  };
  return { sample, out: values.out ?? `attestation-${sample.records}-${sample.seed}.audit.ndjson` };
}

/** Lines joined to pieces of about 64 KiB: writing a line at a time would cost more than making it. */
function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length >= 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

try {
  const { sample, out } = readOptions();
  const source = Readable.from(pieces(sampleLog(sample)));
  if (out === '-') {
    await pipeline(source, process.stdout);
  } else {
    const target = createWriteStream(userPath(out));
    await pipeline(source, target);
    console.log(`${basename(out)}  ${sample.records} records  ${(target.bytesWritten / 1_048_576).toFixed(1)} MB`);
  }
} catch (error) {
  // Whoever reads our output may have seen enough: a closed pipe is a quiet end.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') {
    process.exit(0);
  }
  console.error(`npm run sample: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
