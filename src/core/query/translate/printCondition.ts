import type { ComparisonOperator } from '../ast.ts';
import { fieldName, type FieldRef } from '../fields.ts';
import { columnsOf, isListField, type ColumnContent } from '../table/tableColumns.ts';
import type { Condition, FieldCondition, TextForm, TickBound, ValueTest } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { refuse } from './refused.ts';

/** Writes a condition in a dialect. Throws `Refused` where the dialect, or the table, has no exact form of a part of it. */
export function printCondition(condition: Condition, dialect: Dialect): string {
  switch (condition.kind) {
    case 'constant':
      return dialect.constants[`${condition.value}`];
    case 'and':
    case 'or':
      return condition.items
        .map((item) => {
          const text = printCondition(item, dialect);
          return item.kind === 'and' || item.kind === 'or' ? `(${text})` : text;
        })
        .join(` ${dialect[condition.kind]} `);
    case 'not':
      return dialect.not(printCondition(condition.item, dialect));
    case 'field':
      return isListField(condition.field) ? listCondition(condition, dialect) : singleCondition(condition, dialect);
  }
}

function listCondition({ field, test, span }: FieldCondition, dialect: Dialect): string {
  const column = columnWith(field, 'list', dialect);
  switch (test.kind) {
    case 'missing':
      return dialect.isListMissing(column, span);
    case 'text':
      return dialect.anyOf(column, (value) =>
        dialect.text(test.form === 'withoutBlanks' ? dialect.withoutBlanks(value) : value, test.test, span),
      );
    case 'ticks':
    case 'number':
    case 'numbers':
      return refuse(span, 'query.translateNumberField', fieldName(field));
  }
}

function singleCondition({ field, test, span }: FieldCondition, dialect: Dialect): string {
  switch (test.kind) {
    case 'missing':
      return dialect.isMissing(columnWith(field, 'text', dialect), span);
    case 'text': {
      const column = columnWith(field, contentOf(test.form), dialect);
      return dialect.isTrue(dialect.text(test.form === 'withoutBlanks' ? dialect.withoutBlanks(column) : column, test.test, span));
    }
    case 'ticks':
      return dialect.isTrue(ticksCondition(columnWith(field, 'ticks', dialect), test, dialect));
    case 'number':
      return dialect.isTrue(compared(field, test.operator, test.operand, dialect));
    case 'numbers':
      return dialect.isTrue(
        [
          ...(test.from === undefined ? [] : [compared(field, '>=', test.from, dialect)]),
          ...(test.to === undefined ? [] : [compared(field, '<=', test.to, dialect)]),
        ].join(` ${dialect.and} `),
      );
  }
}

function contentOf(form: TextForm): ColumnContent {
  return form === 'address' ? 'address' : 'text';
}

function ticksCondition(column: string, { from, to }: Extract<ValueTest, { kind: 'ticks' }>, dialect: Dialect): string {
  const bound = (at: TickBound): string =>
    'ticks' in at ? dialect.number(at.ticks, 'long') : dialect.latest(column, at.ticksBack, at.after);
  return [...(from === undefined ? [] : [`${column} >= ${bound(from)}`]), ...(to === undefined ? [] : [`${column} <= ${bound(to)}`])].join(
    ` ${dialect.and} `,
  );
}

/** A number compared with a whole one, from the greatest whole number that is not above it. */
function compared(field: FieldRef, operator: ComparisonOperator, operand: bigint, dialect: Dialect): string {
  const floor = columnWith(field, 'floor', dialect);
  const isWhole = columnWith(field, 'isWhole', dialect);
  const number = dialect.number(operand, 'decimal');
  switch (operator) {
    case '<':
    case '>=':
      return `${floor} ${operator} ${number}`;
    case '=':
      return `(${floor} ${dialect.equals} ${number} ${dialect.and} ${isWhole})`;
    case '<=':
      return `(${floor} < ${number} ${dialect.or} (${floor} ${dialect.equals} ${number} ${dialect.and} ${isWhole}))`;
    case '>':
      return `(${floor} > ${number} ${dialect.or} (${floor} ${dialect.equals} ${number} ${dialect.and} ${dialect.not(isWhole)}))`;
  }
}

function columnWith(field: FieldRef, content: ColumnContent, dialect: Dialect): string {
  const column = columnsOf(field).find((one) => one.content === content);
  if (column === undefined) {
    throw new Error(`The table has no column with ${content} of ${fieldName(field)}.`);
  }
  return dialect.column(column.name);
}
