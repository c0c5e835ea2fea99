import type * as vscode from 'vscode';
import { findingCodes, type Severity } from '../../core/finding/codes.ts';
import type { PlacedFindings } from '../../protocol/answers/findings.ts';
import type { Outcome, Requests } from '../../protocol/requests.ts';
import { settings } from '../base/settings.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { findingLevel } from './findingLevel.ts';

/** VS Code keeps this many of one collection and one file, notes included. */
export const maxDiagnostics = 1000;

type WantedFindings = Pick<Requests['placedFindings']['params'], 'source' | 'query' | 'records'>;

/** What Problems has room for of the findings of a source, each kind with its share, as the settings of the log grade them. */
export async function askFindings(
  session: EngineSession,
  log: vscode.Uri,
  wanted: WantedFindings,
  signal: AbortSignal,
): Promise<Outcome<PlacedFindings>> {
  const outcome = await session.request('placedFindings', askedFindings(log, wanted), signal);
  return outcome.status === 'ok' ? { status: 'ok', answer: graded(outcome.answer, settings.findingLevels(log)) } : outcome;
}

/** What is asked for that: the settings leave out some codes, and what is about values that the user knows. */
export function askedFindings(log: vscode.Uri, wanted: WantedFindings): Requests['placedFindings']['params'] {
  const levels = settings.findingLevels(log);
  const codes = findingCodes.filter((code) => findingLevel(levels, code) === 'off');
  return { ...wanted, limit: maxDiagnostics, except: { codes, values: settings.knownValues(log) }, isFair: true };
}

function graded(placed: PlacedFindings, levels: Readonly<Record<string, unknown>>): PlacedFindings {
  const known = new Map<string, Severity | undefined>();
  const levelOf = (code: string): Severity | undefined => {
    if (!known.has(code)) {
      const level = findingLevel(levels, code);
      known.set(code, level === 'off' ? undefined : level);
    }
    return known.get(code);
  };
  const findings = placed.findings.map((finding) => ({ ...finding, severity: levelOf(finding.code) ?? finding.severity }));
  return { ...placed, findings };
}
