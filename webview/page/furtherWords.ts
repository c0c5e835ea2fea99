import { english } from '../../src/protocol/english.ts';
import { describeEnglish } from '../../src/protocol/english/describe.ts';
import { findingsEnglish } from '../../src/protocol/english/findings.ts';
import { findingTitlesEnglish } from '../../src/protocol/english/findingTitles.ts';

/** Adds the words that the page starts without: those of findings and of what explains fields. */
Object.assign(english, findingsEnglish, findingTitlesEnglish, describeEnglish);
