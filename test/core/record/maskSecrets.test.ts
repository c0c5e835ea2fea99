import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/core/record/maskSecrets.ts';

describe('what gives access is not shown', () => {
  it.each<[text: string, shown: string]>([
    ['https://a.blob.core.windows.net/c?sv=2020&sig=abc%2Bdef&se=1', 'https://a.blob.core.windows.net/c?sv=2020&sig=…&se=1'],
    ['sig=abc', 'sig=…'],
    ['AccountName=a;AccountKey=abc==;EndpointSuffix=core.windows.net', 'AccountName=a;AccountKey=…;EndpointSuffix=core.windows.net'],
    ['Endpoint=sb://a/;SharedAccessKey=xyz', 'Endpoint=sb://a/;SharedAccessKey=…'],
    ['https://a/?access_token=abc&x=1', 'https://a/?access_token=…&x=1'],
    ['authorization: Bearer abc.def-ghi', 'authorization: Bearer …'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'token eyJ…'],
  ])('%s', (text, shown) => {
    expect(maskSecrets(text)).toBe(shown);
  });

  it.each([
    'dana@contoso.com',
    'design=x',
    'a?signal=1',
    'Bearer',
    'eyJ',
    'eyJabc.def',
    'passwords=0',
    '/subscriptions/s1/resourceGroups/eyJ.a',
  ])('but %s is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('takes time in proportion to the text', () => {
    for (const text of ['-eyJ', 'eyJa.', 'Bearer ', 'sig=', '&sig', 'password', 'eyJa.eyJb-']) {
      expect(maskSecrets(text.repeat(300_000)).length).toBeGreaterThan(0);
    }
  });
});
