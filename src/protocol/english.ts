import { describeEnglish } from './english/describe.ts';
import { exportEnglish } from './english/export.ts';
import { findingsEnglish } from './english/findings.ts';
import { findingTitlesEnglish } from './english/findingTitles.ts';
import { schemasEnglish } from './english/schemas.ts';
import { english as englishAtStart } from './englishAtStart.ts';

/**
 * The English words of every message code of core. Translations are keyed by these words, as VS Code's l10n bundles are. The page
 * of a timeline starts with `englishAtStart.ts` in its place (`scripts/wordsAtStart.ts`), and adds the others when it needs them.
 */
export const english: Record<string, string> = {
  ...englishAtStart,
  ...findingsEnglish,
  ...findingTitlesEnglish,
  ...describeEnglish,
  ...exportEnglish,
  ...schemasEnglish,
};
