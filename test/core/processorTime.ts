/** Milliseconds that some work takes of the processor, in this thread: however busy the machine is with other things. */
export function processorTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  return process.threadCpuUsage(before).user / 1000;
}
