import { describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../../engine/openLog.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { sourceField } from './sourceFieldAt.ts';

async function detailOf(text: string) {
  const log = await openLog(text);
  return log.request('record', { ref: { source: 0, index: 0 } });
}

describe('the field that describes a value of the source', () => {
  it('is that of its pointer, for its key and for itself', async () => {
    const detail = await detailOf(JSON.stringify(inventedRecord(3)));
    for (const shown of ['"env_flags"', '257']) {
      expect(sourceField(detail, shown)?.pointer).toBe('/env_flags');
    }
    expect(sourceField(detail, '"EastUS2"')?.name).toBe('ServiceRegion');
    expect(sourceField(detail, '"targetResourceType"')).toBeUndefined();
  });

  it('of a format that is data is that of its path', async () => {
    const detail = await detailOf(JSON.stringify(inventedRecords.cloudTrail));
    expect(sourceField(detail, '"AWS::S3::Bucket"')?.name).toBe('resources[0].type');
    expect(sourceField(detail, '"sessionContext"')).toBeUndefined();
  });

  it('of equal keys is that of each', async () => {
    const detail = await detailOf(`{"env_flags":1,${JSON.stringify(inventedRecord(3)).slice(1)}`);
    const values = detail.fields.filter(({ name }) => name === 'env_flags').map(({ text }) => text);
    expect(values).toEqual(['1', '257']);
    expect([sourceField(detail, '1')?.text, sourceField(detail, '257')?.text]).toEqual(values);
  });

  it('in JSON text is that of its path through the text, or of the record that is this text', async () => {
    const inText = await detailOf(JSON.stringify({ message: JSON.stringify({ who: { name: 'mia' }, at: 'x' }) }));
    expect(sourceField(inText, '"mia"')?.name).toBe('message.who.name');
    expect(sourceField(inText, '"message"')).toBeUndefined();
    const single = await detailOf(JSON.stringify({ ...inventedRecord(3), requestId: '{"a":1}' }));
    expect(sourceField(single, '1')?.name).toBe('requestId');
  });
});
