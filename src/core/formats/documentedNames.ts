import type { AuditFormat } from './definition/format.ts';
import { formatData } from './formatData.ts';
import { stepsOf } from './definition/paths.ts';

/** A documented path as it is written in a filter: keys joined by dots, without the numbers of items. */
export interface DocumentedName {
  readonly name: string;
  readonly title: string;
  /** The ids of the formats that document it. */
  readonly formats: readonly string[];
}

/**
 * The documented paths of formats, those that begin in an envelope last; without those of which a key holds more than
 * letters, digits and a few signs, such as an address.
 */
export class DocumentedNames {
  private readonly formats: readonly AuditFormat[];
  private collected: readonly DocumentedName[] | undefined;
  private spellings: ReadonlyMap<string, string> | undefined;

  constructor(formats: readonly AuditFormat[]) {
    this.formats = formats;
  }

  /** Collected when it is first asked for: most logs are opened without a filter. */
  get all(): readonly DocumentedName[] {
    return (this.collected ??= collectNames(this.formats));
  }

  /** The documented spelling of a name: itself if it is documented so, else the first that differs in case only. */
  find(name: string): string | undefined {
    const { byName } = this;
    return byName.get(name) ?? byName.get(name.toLowerCase());
  }

  private get byName(): ReadonlyMap<string, string> {
    return (this.spellings ??= new Map([
      ...this.all.toReversed().map(({ name }): [string, string] => [name.toLowerCase(), name]),
      ...this.all.map(({ name }): [string, string] => [name, name]),
    ]));
  }
}

/** Those of the built-in formats. */
export const builtInNames = new DocumentedNames(formatData);

function collectNames(formats: readonly AuditFormat[]): readonly DocumentedName[] {
  const byName = new Map<string, { readonly name: string; readonly title: string; readonly formats: string[] }>();
  const add = (id: string, title: string, steps: readonly string[]): void => {
    const name = steps.filter((step) => step !== '[]').join('.');
    const known = byName.get(name);
    if (known === undefined) {
      byName.set(name, { name, title, formats: [id] });
    } else if (!known.formats.includes(id)) {
      known.formats.push(id);
    }
  };
  for (const isEnveloped of [false, true]) {
    for (const { id, fields = [], envelopes = [] } of formats) {
      const starts = isEnveloped ? envelopes.map(stepsOf) : [[]];
      for (const start of starts) {
        for (const { path, title } of fields) {
          const steps = [...start, ...stepsOf(path)];
          if (steps.every(isPlain)) {
            add(id, title, steps);
          }
        }
      }
    }
  }
  return [...byName.values()];
}

function isPlain(step: string): boolean {
  return step === '[]' || /^[\w@$][\w@$-]*$/.test(step);
}
