import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { madeReport } from './madeReport.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson');

describe('the sections of a report', () => {
  it('draws the chart, with failures, gaps and states, and says all of it in tables', async () => {
    const { html } = await madeReport([month]);
    const bars = [...html.matchAll(/<rect class="mark-failure" x="\d/g)];
    expect(bars.length).toBeGreaterThan(10);
    expect(html).toContain('fill="url(#gap)"');
    expect(html).toContain('sequence numbers are missing</title>');
    expect(html).toMatch(/<caption>.*contosoprod · In force: policy<\/caption>/);
    expect(html).toContain('States: 20 of 21, ');
    expect(html).toContain('<caption>Operations (10)</caption>');
    expect(html).toContain('<caption>Callers (10 of 12)</caption>');
    expect(html).toContain('<caption>Records: 100 of 2,000</caption>');
  });

  it('lists findings with their codes, and what is missing of the whole log', async () => {
    const { html } = await madeReport([month]);
    expect(html).toContain('<td><code>schema.required</code></td>');
    expect(html).toContain('17 findings, those that say the same together: 16');
    expect(html).toMatch(/In the whole log [\d,]+ sequence numbers were seen, and 20 are missing/);
  });

  it('say that nothing is known of what is missing where records have no numbers', async () => {
    const { html } = await madeReport([readFileSync('media/samples/cloudtrail.audit.json')]);
    expect(html).toContain('The records have no sequence numbers: nothing shows whether some are missing.');
    expect(html).toContain('cloudTrail 200');
  });
});
