import type { SchemaElement } from 'hyparquet-writer';
import { floorDigits, type ColumnContent } from '../../core/query/table/tableColumns.ts';

/** A column of Parquet: its name, and the elements of the schema that it takes. */
export interface ColumnSchema {
  readonly name: string;
  readonly elements: readonly SchemaElement[];
  /** Whether its values are times or numbers, by whose ranges readers skip groups. */
  readonly hasOrder: boolean;
}

/** Bytes of a decimal number with so many digits. */
const decimalLength = 16;

export function columnSchema(name: string, content: ColumnContent): ColumnSchema {
  return { name, elements: elementsOf(name, content), hasOrder: content === 'ticks' || content === 'floor' };
}

function elementsOf(name: string, content: ColumnContent): readonly SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (content) {
    case 'text':
    case 'address':
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
    case 'list':
      // The three levels of a list that the format's documentation describes.
      return [
        { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      ];
    case 'ticks':
      return [{ ...optional, type: 'INT64' }];
    case 'floor':
      return [
        {
          ...optional,
          type: 'FIXED_LEN_BYTE_ARRAY',
          type_length: decimalLength,
          converted_type: 'DECIMAL',
          precision: floorDigits,
          scale: 0,
        },
      ];
    case 'isWhole':
      return [{ ...optional, type: 'BOOLEAN' }];
  }
}

/** The schema of a table with these columns. */
export function parquetSchema(columns: readonly ColumnSchema[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(({ elements }) => elements)];
}
