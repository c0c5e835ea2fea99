import { message } from '../../core/finding/message.ts';
import { SourceProblem } from '../engine/sourceProblem.ts';

const megabyte = 1024 * 1024;

/** VS Code's file systems hand files over whole only, through messages: beyond this a window would run out of memory. */
const wholeReadLimit = 512 * megabyte;

/** What is needed of VS Code's file systems. */
export interface WholeFiles<Uri> {
  stat(uri: Uri): PromiseLike<{ readonly size: number }>;
  readFile(uri: Uri): PromiseLike<Uint8Array>;
}

/** All bytes of a file. Rejects with a {@link SourceProblem} that names the limit if there are too many. */
export async function readWhole<Uri>(files: WholeFiles<Uri>, uri: Uri, signal: AbortSignal): Promise<Uint8Array> {
  const { size } = await files.stat(uri);
  signal.throwIfAborted();
  refuseAbove(size);
  const bytes = await files.readFile(uri);
  signal.throwIfAborted();
  // Some file systems give no size beforehand.
  refuseAbove(bytes.byteLength);
  return bytes;
}

function refuseAbove(size: number): void {
  if (size > wholeReadLimit) {
    throw new SourceProblem(message('host.tooLarge', Math.ceil(size / megabyte), wholeReadLimit / megabyte));
  }
}
