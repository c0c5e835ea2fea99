import { hostEnglish } from './english/host.ts';
import { engineEnglish } from './english/engine.ts';
import { queryEnglish } from './english/query.ts';
import { describeEnglish } from './english/describe.ts';
import { findingsEnglish } from './english/findings.ts';
import { formatsEnglish } from './english/formats.ts';
import { readingEnglish } from './english/reading.ts';

/** The English words of every message code of core. Translations are keyed by these words, as VS Code's l10n bundles are. */
export const english: Readonly<Record<string, string>> = {
  ...engineEnglish,
  ...queryEnglish,
  ...describeEnglish,
  ...findingsEnglish,
  ...readingEnglish,
  ...formatsEnglish,
  ...hostEnglish,
};
