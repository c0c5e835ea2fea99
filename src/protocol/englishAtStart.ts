import { hostEnglish } from './english/host.ts';
import { engineEnglish } from './english/engine.ts';
import { queryEnglish } from './english/query.ts';
import { sentencesEnglish } from './english/sentences.ts';
import { formatsEnglish } from './english/formats.ts';
import { readingEnglish } from './english/reading.ts';

/** The English words that a timeline's page can need before anything is opened in it. */
export const english: Record<string, string> = {
  ...engineEnglish,
  ...queryEnglish,
  ...sentencesEnglish,
  ...readingEnglish,
  ...formatsEnglish,
  ...hostEnglish,
};
