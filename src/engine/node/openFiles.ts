import { asynchronousAccess, directAccess, type FileAccess } from './fileAccess.ts';

/** What can be closed when others need a descriptor. */
interface Holder {
  readonly isIdle: boolean;
  release(): void | Promise<void>;
}

/**
 * The files of a thread that are open. The system grants a process no more than some hundred or thousand descriptors, and a
 * log may consist of more files: those that were not used longest are closed, and opened again on demand.
 */
export class OpenFiles {
  /** How many have been open at once, and how often one was opened. */
  readonly counts = { peak: 0, opened: 0 };
  readonly access: FileAccess;
  private readonly most: number;
  private readonly holders = new Set<Holder>();

  constructor(access: FileAccess, most = maxOpen) {
    this.access = access;
    this.most = most;
  }

  /** Opens a file for a holder, which reports it by {@link used} and {@link closed} from then on. */
  async open(path: string, holder: Holder): Promise<number> {
    this.holders.add(holder);
    try {
      await this.makeRoom();
      const descriptor = await this.access.open(path);
      this.counts.opened++;
      this.counts.peak = Math.max(this.counts.peak, this.holders.size);
      return descriptor;
    } catch (error) {
      this.holders.delete(holder);
      throw error;
    }
  }

  used(holder: Holder): void {
    if (this.holders.delete(holder)) {
      this.holders.add(holder);
    }
  }

  closed(holder: Holder): void {
    this.holders.delete(holder);
  }

  /** Those that somebody uses at the moment stay open, however many there are. */
  private async makeRoom(): Promise<void> {
    for (const holder of this.holders) {
      if (this.holders.size <= this.most) {
        return;
      }
      if (holder.isIdle) {
        this.holders.delete(holder);
        await holder.release();
      }
    }
  }
}

/** A window of VS Code has not as many logs open at once. */
const maxOpen = 64;

/** Those of a thread that serves several logs. */
export const openFiles = new OpenFiles(asynchronousAccess);

/** Those of a process that reads one log and does nothing else. */
export const directFiles = new OpenFiles(directAccess);
