import type { Message } from '../core/finding/message.ts';
export type { Explanation, FieldDescription } from '../core/describe/fieldDescription.ts';
export type { FieldGroup } from '../core/formats/definition/formatDocumentation.ts';
export type { Change, ChangedValue } from '../core/describe/describeChanges.ts';
export type { ComparedField } from '../core/describe/compareRecords.ts';
export type { Message };
