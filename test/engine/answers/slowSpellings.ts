import { resourceLevels } from '../../../src/core/record/levels.ts';
import { parseResourceId } from '../../../src/core/record/resourceId.ts';

/** How resource ids and their parts were spelled first, from all ids of a log in the order of its records: slow and obvious. */
export class SlowSpellings {
  private readonly first = new Map<string, string>();

  /** @param records The names of the targets of each record, in the order in which their spellings count. */
  constructor(records: readonly (readonly string[])[]) {
    for (const ids of records) {
      ids.forEach((id) => this.note(id));
    }
  }

  /** A value of a field in its first spelling. */
  of(field: string, value: string): string {
    return /^target\b/.test(field) ? this.whole(value) : this.part(field, value);
  }

  private part(level: string, value: string): string {
    return this.first.get(`${level} ${value.toLowerCase()}`) ?? value;
  }

  private note(id: string): void {
    const parsed = parseResourceId(id);
    if (parsed === undefined) {
      return;
    }
    const known: readonly (readonly [string, string | null])[] = [
      ...resourceLevels.map((level) => [level, parsed[level]] as const),
      ...(isUsual(id)
        ? wordsOf(id).map((word, index) => [`words ${wordsOf(id).join('/').toLowerCase()} ${index}`, word] as const)
        : [['whole', id] as const]),
    ];
    for (const [kind, text] of known) {
      const key = text === null ? '' : `${kind} ${text.toLowerCase()}`;
      if (text !== null && !this.first.has(key)) {
        this.first.set(key, text);
      }
    }
  }

  private whole(id: string): string {
    if (!isUsual(id)) {
      return parseResourceId(id) === undefined ? id : this.part('whole', id);
    }
    const words = wordsOf(id).map((word, index) => this.part(`words ${wordsOf(id).join('/').toLowerCase()} ${index}`, word));
    const parsed = parseResourceId(id)!;
    const [subscription, group, instance] = resourceLevels.map((level) => this.part(level, parsed[level]!));
    const [subscriptions, groups, providers, namespace, type] = words;
    return ['', subscriptions, subscription, groups, group, providers, namespace, type, instance].join('/');
  }
}

/** `/subscriptions/<id>/resourceGroups/<name>/providers/<namespace>/<type>/<name>` */
function isUsual(id: string): boolean {
  const parts = id.toLowerCase().split('/');
  return (
    parts.length === 9 &&
    parts.every((part, index) => (part === '') === (index === 0)) &&
    parts[1] === 'subscriptions' &&
    parts[3] === 'resourcegroups' &&
    parts[5] === 'providers'
  );
}

function wordsOf(id: string): readonly string[] {
  const parts = id.split('/');
  return [1, 3, 5, 6, 7].map((index) => parts[index]!);
}
