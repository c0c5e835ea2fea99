import type { Message } from '../core/message.ts';
export type { Explanation, FieldDescription } from '../core/describe/fieldDescription.ts';
export type { FieldGroup } from '../core/record/fields.ts';
export type { Message };
