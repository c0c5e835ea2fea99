import type { Log, PhysicalLocation, Region, Result } from 'sarif';
import { findingCodes, type Severity } from '../core/finding/codes.ts';
import type { FindingItem, RelatedPlace } from '../protocol/answers/findings.ts';
import type { TextRange } from '../protocol/reference.ts';
import { say } from '../protocol/say.ts';

/** A log of no findings. */
const empty: Log = {
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      columnKind: 'utf16CodeUnits',
      tool: { driver: { name: 'Audit Log Viewer', rules: findingCodes.map((id) => ({ id })) } },
      results: [],
    },
  ],
};

/** Findings as SARIF 2.1.0 in pieces, so that a log may have any number of them: the beginning, one text for each, and the end. */
export const sarifStart = JSON.stringify(empty).slice(0, -']}]}'.length);

export const sarifEnd = '\n]}]}\n';

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', information: 'note' };

/** @param source The path of the file as it was handed over; `-` for standard input. */
export function sarifResult(
  { code, severity, message }: FindingItem,
  range: TextRange,
  related: readonly RelatedPlace[],
  source: string,
): string {
  const physicalLocation = (where: TextRange): PhysicalLocation => ({ artifactLocation: { uri: uriOf(source) }, region: region(where) });
  const result: Result = {
    ruleId: code,
    level: levels[severity],
    message: { text: say(message) },
    locations: [{ physicalLocation: physicalLocation(range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: say(one.message) },
        physicalLocation: physicalLocation(one.range),
      })),
    }),
  };
  return JSON.stringify(result);
}

function region({ startLine, startColumn, endLine, endColumn }: TextRange): Region {
  return { startLine: startLine + 1, startColumn: startColumn + 1, endLine: endLine + 1, endColumn: endColumn + 1 };
}

/** A path as a URI reference: relative paths stay so, and belong to the root of the repository for code scanning. */
function uriOf(source: string): string {
  if (source === '-') {
    return 'stdin';
  }
  const path = source.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const isAbsolute = path.startsWith('/');
  // The colon of a drive is no scheme.
  return isAbsolute ? `file://${path}` : path.replace(/^([A-Za-z])%3A\//, 'file:///$1:/').replace(/^\.\//, '');
}
