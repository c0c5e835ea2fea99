import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';

/** The packages of this workspace, which other tests do without: `npm run test:engines` installs them. */
const load = createRequire(join(root, 'test/engines/package.json'));

/** What is used of `chdb`, the real ClickHouse in this process. */
interface ClickHouse {
  query(sql: string, format: string): unknown;
  cleanup(): void;
}

export function openClickHouse(): ClickHouse {
  const { Session } = load('chdb') as { Session: new () => ClickHouse };
  return new Session();
}

/** A fault that Microsoft's language service finds in a query. */
interface KustoDiagnostic {
  readonly Severity: string;
  readonly Message: string;
  readonly Start: number;
}

/** Analyses a query in KQL against a table with these columns, by name and type; what is wrong with it. */
export function kustoFaults(query: string, table: string, columns: readonly (readonly [name: string, type: string])[]): readonly string[] {
  load('@kusto/language-service-next/bridge.js');
  load('@kusto/language-service-next');
  const { Language } = (globalThis as unknown as { Kusto: { Language: KustoLanguage } }).Kusto;
  const schema = `(${columns.map(([name, type]) => `['${name}']: ${type}`).join(', ')})`;
  const symbol = Language.Symbols.TableSymbol.From(schema).WithName(table);
  const database = new Language.Symbols.DatabaseSymbol.$ctor2('logs', null, [symbol]);
  const globals = Language.GlobalState.Default.WithDatabase(database);
  const diagnostics = Language.KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
  return Array.from({ length: diagnostics.Count }, (_, at) => diagnostics.getItem(at)).map(
    ({ Severity, Message, Start }) => `${Severity} at ${Start}: ${Message}`,
  );
}

/** What is used of the language service, which was compiled from C# and has no types that fit its loading. */
interface KustoLanguage {
  readonly Symbols: {
    readonly TableSymbol: { From(schema: string): { WithName(name: string): unknown } };
    readonly DatabaseSymbol: { readonly $ctor2: new (name: string, alternate: null, tables: readonly unknown[]) => unknown };
  };
  readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } };
  readonly KustoCode: {
    ParseAndAnalyze(
      query: string,
      globals: unknown,
    ): { GetDiagnostics(): { readonly Count: number; getItem(at: number): KustoDiagnostic } };
  };
}
