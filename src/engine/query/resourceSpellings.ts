import { resourceLevels } from '../../core/record/levels.ts';
import { parseResourceId } from '../../core/record/resourceId.ts';
import { IdFlags } from '../collections/idFlags.ts';
import { blockRows, idReader, wholeBlock, type BlockReader } from '../columns/blocks.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { Spellings } from './spellings.ts';

const slash = 0x2f;

type ResourceLevel = (typeof resourceLevels)[number];

interface NotedColumn {
  readonly read: BlockReader;
  readonly noted: IdFlags;
  readonly note: (id: number) => void;
}

/**
 * How Azure's resource ids, of targets of any type, and their parts are spelled first in a log. Azure compares them without
 * regard to case, so that what is written in several ways is one resource. "First" is in the order of the rows, so that it does not depend on how the log
 * was read, on a filter, or on what is appended later.
 */
export class ResourceSpellings {
  readonly levels: Readonly<Record<ResourceLevel, Spellings>>;
  /** The words around the parts of ids of the usual form. */
  private readonly forms: Spellings;
  /** Ids of other forms, which are in lists of targets as they are. */
  private readonly others: Spellings;
  private readonly notedLists = new IdFlags();
  private rows = 0;
  private readonly table: RecordTable;

  constructor(table: RecordTable) {
    this.table = table;
    this.levels = {
      subscription: new Spellings(table.subscriptions),
      resourceGroup: new Spellings(table.resourceGroups),
      instance: new Spellings(table.instances),
    };
    this.notedLists.add(0);
    this.forms = new Spellings(table.resourceForms);
    this.others = new Spellings(table.targetNames);
  }

  /** Looks at the rows up to a number that have not been looked at. */
  async upTo(rows: number, work: CooperativeTask): Promise<this> {
    const { table, levels, forms } = this;
    const column = (name: ResourceLevel | 'resourceForm', spellings: Spellings): NotedColumn => {
      return { read: idReader(table[name]), noted: spellings.noted, note: (id) => spellings.note(id) };
    };
    const columns: readonly NotedColumn[] = [
      column('resourceForm', forms),
      ...resourceLevels.map((level) => column(level, levels[level])),
      { read: idReader(table.places), noted: this.notedLists, note: (id) => this.noteList(id) },
    ];
    while (this.rows < rows) {
      const start = this.rows - (this.rows % blockRows);
      const block = wholeBlock(start, rows);
      const ids = columns.map(({ read }) => read(block));
      const first = this.rows - start;
      const unnoted = columns.flatMap(({ noted, note }, number) =>
        noted.hasAll(ids[number]!, first, block.count) ? [] : [{ note, ids: ids[number]! }],
      );
      for (let place = first; place < block.count && unnoted.length > 0; place++) {
        for (const one of unnoted) {
          one.note(one.ids[place]!);
        }
      }
      this.rows = block.end;
      await work.pause();
    }
    return this;
  }

  /** An id or a part was spelled in several ways: otherwise each is as it is. */
  get isVaried(): boolean {
    const { subscription, resourceGroup, instance } = this.levels;
    return subscription.isVaried || resourceGroup.isVaried || instance.isVaried || this.forms.isVaried || this.others.isVaried;
  }

  /** How a resource id was spelled first: one of the usual form part by part. Any other text is as it is. */
  firstId(text: string): string {
    if (!text.startsWith('/')) {
      return text;
    }
    const usual = usualForm(text);
    if (usual === undefined) {
      return parseResourceId(text) === undefined ? text : this.others.first(text);
    }
    const parts = usual.parts.map((part, index) => this.levels[resourceLevels[index]!].first(part));
    return this.forms.first(usual.form).replace(/\0/g, () => parts.shift()!);
  }

  private noteList(list: number): void {
    const { placeLists, targetNames } = this.table;
    if (this.notedLists.has(list)) {
      return;
    }
    this.notedLists.add(list);
    for (let at = 1; at < placeLists.lengthOf(list); at += 2) {
      const name = placeLists.at(list, at);
      // Of names that are no resource ids, of which there may be as many as records, no text is made.
      if (name !== 0 && targetNames.byteOf(name, 0) === slash) {
        this.noteName(targetNames.text(name));
      }
    }
  }

  private noteName(name: string): void {
    const id = parseResourceId(name);
    if (id === undefined) {
      return;
    }
    for (const level of resourceLevels) {
      const part = id[level];
      if (part !== null) {
        this.levels[level].noteText(part);
      }
    }
    const usual = usualForm(name);
    if (usual === undefined) {
      this.others.noteText(name);
    } else {
      this.forms.noteText(usual.form);
    }
  }
}

const usual = /^(\/subscriptions\/)([^/]+)(\/resourceGroups\/)([^/]+)(\/providers\/[^/]+\/[^/]+\/)([^/]+)$/i;

/** The parts of an id that has the form which columns hold in parts, and the words around them with NUL for each part. */
function usualForm(text: string): { readonly form: string; readonly parts: readonly string[] } | undefined {
  const found = usual.exec(text);
  if (found === null || text.includes('\0')) {
    return undefined;
  }
  const [, first, subscription, second, group, third, instance] = found;
  return { form: `${first}\0${second}\0${third}\0`, parts: [subscription!, group!, instance!] };
}
