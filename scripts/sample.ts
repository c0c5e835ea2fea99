/**
 * `npm run sample -- [--format ID] [--records N] [--seed S] [--instances N] [--clean] [--out FILE]` writes an invented audit log.
 *
 * The same options give the same bytes. Without options it is the log in media/samples: of Azure Attestation, or of another
 * format (`--format cloudTrail`). `--clean` leaves out everything that is wrong on purpose; `--instances` sets how many
 * attestation instances there are; both are of Attestation's log only. `--out -` is standard output.
 */
import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { userPath } from './paths.ts';
import { formatSamples } from './sample/formats/allFormats.ts';
import { sampleText } from './sample/formats/formatSample.ts';
import { monthSample, sampleLog } from './sample/sampleLog.ts';

function numberOption(name: string, text: string | undefined, least: number, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new Error(`--${name} takes a whole number from ${least}, not ${text}`);
  }
  return number;
}

interface Sample {
  readonly records: number;
  readonly text: Iterable<string>;
  readonly out: string;
}

function readOptions(): Sample {
  const { values } = parseArgs({
    options: {
      format: { type: 'string' },
      records: { type: 'string' },
      seed: { type: 'string' },
      instances: { type: 'string' },
      clean: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const seed = numberOption('seed', values.seed, 0, monthSample.seed);
  if (values.format !== undefined) {
    const sample = formatSamples.find(({ format }) => format === values.format);
    if (sample === undefined) {
      throw new Error(`--format takes one of ${formatSamples.map(({ format }) => format).join(', ')}, not ${values.format}`);
    }
    const records = numberOption('records', values.records, 0, 200);
    return { records, text: [sampleText(sample, records, seed)], out: values.out ?? sample.file ?? `${sample.format}.audit.json` };
  }
  const records = numberOption('records', values.records, 0, monthSample.records);
  const instances = numberOption('instances', values.instances, 1, monthSample.instances);
  const text = sampleLog({ records, seed, instances, clean: values.clean });
  return { records, text, out: values.out ?? `attestation-${records}-${seed}.audit.ndjson` };
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
  const { records, text, out } = readOptions();
  const source = Readable.from(pieces(text));
  if (out === '-') {
    await pipeline(source, process.stdout);
  } else {
    const target = createWriteStream(userPath(out));
    await pipeline(source, target);
    console.log(`${basename(out)}  ${records} records  ${(target.bytesWritten / 1_048_576).toFixed(1)} MB`);
  }
} catch (error) {
  // Whoever reads our output may have seen enough: a closed pipe is a quiet end.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') {
    process.exit(0);
  }
  console.error(`npm run sample: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
