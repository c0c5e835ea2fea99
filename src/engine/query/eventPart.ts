import { documentedEvent, eventNames } from '../../core/formats/documentedEvents.ts';
import type { AuditFormat } from '../../core/formats/definition/format.ts';
import { eventOf } from '../../core/formats/attestation/events.ts';
import { blockRows, idReader } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { ColumnPart } from './columnPart.ts';

/** The event that each record stands for, decided once for each operation of each format: by all of its names, or by its title. */
export function eventPart({ table, formats: known }: Pick<LogIndex, 'table' | 'formats'>, names: 'all' | 'title'): ColumnPart {
  // More than the ids of formats that rows hold: Attestation's records have 0, and generic ones another.
  const stride = known.forms.length + 2;
  const operations = idReader(table.operation);
  const formats = idReader(table.format);
  const ids = new Uint32Array(blockRows);
  return {
    read: (block) => {
      const operationIds = operations(block);
      const formatIds = formats(block);
      for (let index = 0; index < block.count; index++) {
        ids[index] = operationIds[index]! * stride + formatIds[index]!;
      }
      return ids;
    },
    valuesOf: (id) => {
      const operation = Math.floor(id / stride);
      const format = id % stride;
      if (operation === 0 || operation > table.operations.size || format > table.formats.size) {
        return [];
      }
      const text = table.operations.text(operation);
      if (format === 0) {
        const event = eventOf(text);
        return event === undefined ? [] : [event.operation];
      }
      const found = namesOfEvent(known.ofId(table.formats.text(format))?.format, text);
      return names === 'all' ? found : found.slice(0, 1);
    },
    size: () => (table.operations.size + 1) * stride - 1,
  };
}

/** The names of the event that an operation of a format stands for; none where no catalogue has it. */
export function namesOfEvent(format: AuditFormat | undefined, operation: string): readonly string[] {
  const event = format && documentedEvent(format, operation);
  return event === undefined ? [] : eventNames(event);
}
