import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { andTerm, literalTerm } from '../../../src/core/query/editQuery.ts';
import { resultGroups } from '../../../src/core/record/results.ts';
import { openLog } from '../openLog.ts';

const sample = readFileSync('media/samples/documented-sample.audit.ndjson', 'utf8').trim();
const month = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8');

describe('places', () => {
  /** The text of a range, lines broken as VS Code breaks them. */
  function textAt(log: string, range: { startLine: number; startColumn: number; endLine: number; endColumn: number }): string {
    const lines = log.split(/\r\n|\n|\r/);
    if (range.startLine === range.endLine) {
      return lines[range.startLine]!.slice(range.startColumn, range.endColumn);
    }
    const middle = lines.slice(range.startLine + 1, range.endLine);
    return [lines[range.startLine]!.slice(range.startColumn), ...middle, lines[range.endLine]!.slice(0, range.endColumn)].join('\n');
  }

  const records = [
    '{"operationName":"ünïcödé 𝄞","resultType":"Success"}',
    '{"resultType":7,"operationName":"x"}',
    '{\n  "resultType": "𝄞",\n  "operationName": 5\n}',
  ];

  it.each([
    ['lines', records.join('\n')],
    ['lines with CRLF', records.join('\r\n').replaceAll('\n  ', '\r\n  ').replaceAll('\n}', '\r\n}').replaceAll('\r\r', '\r')],
    ['lines with lone carriage returns', records.join('\r')],
    ['an array on one line', `[${records.map((one) => one.replaceAll('\n', '')).join(',')}]`],
    ['after a byte order mark', `\ufeff${records.join('\n')}`],
    ['a long line', `[${Array.from({ length: 4000 }, () => records[0]).join(',')},${records[1]}]`],
  ])('of records and findings: %s', async (_, log) => {
    const opened = await openLog(log);
    const visible = log.replace(/^\ufeff/, '');
    const { rows } = await opened.request('page', { query: '', order: 'file', from: { at: 0 }, count: 3 });
    for (const { ref } of rows) {
      const { range, byteOffset, byteLength } = await opened.request('locate', { record: ref });
      const text = Buffer.from(log)
        .subarray(byteOffset, byteOffset + byteLength)
        .toString();
      expect(textAt(visible, range)).toBe(text.replaceAll(/\r\n|\r/g, '\n'));
    }
    const { findings } = await opened.request('placedFindings', { source: 0, limit: 100_000 });
    const wrongTypes = findings.filter(({ code }) => code === 'schema.type');
    expect(wrongTypes.length).toBeGreaterThan(0);
    for (const { range, ref, record: owner, byteOffset, byteLength } of wrongTypes.slice(-20)) {
      expect(textAt(visible, range)).toBe(
        Buffer.from(log)
          .subarray(byteOffset, byteOffset + byteLength)
          .toString(),
      );
      expect(await opened.request('locate', { finding: ref })).toMatchObject({ range, record: owner });
    }
  });
});

describe('hover', () => {
  /** Hovers over the bar in the log; tells the field and the text that it is about. */
  async function hover(marked: string): Promise<{ name: string; text: string } | null> {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const log = marked.replace('|', '');
    const opened = await openLog(log);
    const answer = await opened.request('hover', { source: 0, line: before.length - 1, column: before.at(-1)!.length });
    if (answer === null) {
      return null;
    }
    const { startLine, startColumn, endLine, endColumn } = answer.range;
    const lines = log.split('\n');
    return { name: answer.field.name, text: startLine === endLine ? lines[startLine]!.slice(startColumn, endColumn) : '(lines)' };
  }

  it.each<[marked: string, expected: { name: string; text: string } | null]>([
    ['{"operation|Name":"x"}', { name: 'operationName', text: '"operationName"' }],
    ['{"operationName":"ü|x"}', { name: 'operationName', text: '"üx"' }],
    ['{"a":1}\n{"operationName":"|x"}', { name: 'operationName', text: '"x"' }],
    ['[{"a":1},{"resultType":"|x"}]', { name: 'resultType', text: '"x"' }],
    ['[\n {"a":1},\n {\n  "env_time":\n   "ü𝄞|x"\n }\n]', { name: 'env_time', text: '"ü𝄞x"' }],
    ['[|\n {"a":1}\n]', null],
    ['{"a":1}\n|\n{"b":2}', null],
    ['{"a":1} |', null],
  ])('%j', async (marked, expected) => {
    expect(await hover(marked)).toEqual(expected);
  });
});

describe('recordAt', () => {
  /** Asks for the record at the bar in the log, where its lines end in this way; tells its number. */
  async function recordAt(marked: string, lineBreak: string): Promise<number | null> {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const opened = await openLog(marked.replace('|', '').replaceAll('\n', lineBreak));
    const place = { source: 0, line: before.length - 1, column: before.at(-1)!.length };
    return (await opened.request('recordAt', place)).record?.index ?? null;
  }

  it.each<[marked: string, expected: number | null]>([
    ['|{"a":1}\n{"b":2}\n', 0],
    ['{"a":|1}\n{"b":2}\n', 0],
    ['{"a":1}|\n{"b":2}\n', 0],
    ['{"a":1}\n|{"b":2}\n', 1],
    ['{"a":1}\n{"b":2}|\n', 1],
    ['{"a":1}\n{"b":2}|', 1],
    ['{"a":1}\n{"b":2}\n|', null],
    ['{"a":1}\n|\n{"b":2}', null],
    ['{"a":1}  |\n{"b":2}', 0],
    ['\ufeff|{"a":1}\n{"b":2}', 0],
    ['{"a":"ü𝄞"}\n  |{"b":"ü𝄞"}\n{"c":3}', 1],
    ['{"a":"ü𝄞"}\n|  {"b":"ü𝄞"}\n{"c":3}', 1],
    ['|  {"a":1}\n{"b":2}', 0],
    ['[{"a":1},{"b"|:2},{"c":3}]', 1],
    ['[{"a":1},{"b":2},|{"c":3}]', 2],
    ['[{"a":1},{"b":2}|,{"c":3}]', 1],
    ['[|{"a":1}, {"b":2}]', 0],
    ['|[{"a":1}, {"b":2}]', 0],
    ['[{"a":1}, {"b":2}]|', 1],
    ['[|\n {\n  "a": 1\n },\n {\n  "b": 2\n }\n]', null],
    ['[\n| {\n  "a": 1\n },\n {\n  "b": 2\n }\n]', 0],
    ['[\n {\n  "a"|: 1\n },\n {\n  "b": 2\n }\n]', 0],
    ['[\n {\n  "a": 1\n },|\n {\n  "b": 2\n }\n]', 0],
    ['[\n {\n  "a": 1\n },\n| {\n  "b": 2\n }\n]', 1],
    ['[\n {\n  "a": 1\n },\n {\n  "b": 2\n| }\n]', 1],
    ['[\n {\n  "a": 1\n },\n {\n  "b": 2\n }\n|]', null],
    ['{"a":1}\noo|ps\n{"b":2}', null],
    ['|', null],
  ])('%j', async (marked, expected) => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      expect(await recordAt(marked, lineBreak), JSON.stringify(lineBreak)).toBe(expected);
    }
  });

  it('finds each record of the month by its line', async () => {
    const opened = await openLog(month);
    const { rows } = await opened.request('page', { query: '', order: 'file', from: { at: 600 }, count: 300 });
    for (const { ref, line } of rows) {
      expect((await opened.request('recordAt', { source: 0, line: line - 1, column: 5 })).record).toEqual(ref);
    }
  });

  it('knows no record of a source that is not there', async () => {
    expect((await (await openLog(sample)).request('recordAt', { source: 1, line: 0, column: 0 })).record).toBeNull();
  });
});

describe('timeline', () => {
  it.each([1, 7, 1000])('puts every record with a time into one of %i buckets', async (width) => {
    const log = await openLog(month);
    const timeline = await log.request('timeline', { query: '', width });
    const counts = Object.values(timeline.groups);
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(timeline.matching - timeline.untimed);
    expect(timeline.untimed).toBe(1);
    expect(counts.every((group) => group.length <= width)).toBe(true);
    expect(BigInt(timeline.to) - BigInt(timeline.from)).toBe(BigInt(timeline.bucket) * BigInt(counts[0]!.length));
  });

  it('counts only within a range, whose end is exclusive', async () => {
    const log = await openLog(sample);
    const ticks = 637417526099427158n;
    const counted = async (from: bigint, to: bigint): Promise<number> =>
      (await log.request('timeline', { query: '', range: [String(from), String(to)], width: 3 })).groups.success.reduce(
        (sum, count) => sum + count,
        0,
      );
    expect(await counted(ticks, ticks + 1n)).toBe(1);
    expect(await counted(ticks - 5n, ticks)).toBe(0);
    expect(await counted(ticks + 1n, ticks + 5n)).toBe(0);
  });

  it('counts the very last tick within a range that ends behind it, and refuses one that ends later', async () => {
    const log = await openLog('{"env_time":"0001-01-01T00:00:00Z"}\n{"env_time":"9999-12-31T23:59:59.9999999Z"}');
    const timeline = await log.request('timeline', { query: '', range: ['0', '3155378976000000000'], width: 10 });
    expect(timeline.groups.other).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    await expect(log.request('timeline', { query: '', range: ['0', '3155378976000000001'], width: 10 })).rejects.toThrow('time range');
  });

  it('counts what lies near exactly while other times lie far', async () => {
    const far = ['0001-01-01T00:00:00Z', '1950-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z'];
    const near = ['2020-11-23T18:00:00Z', '2020-11-23T18:00:00.0000001Z', '2020-11-23T18:00:00.0000002Z'];
    const log = await openLog([...far, ...near].map((time) => `{"env_time":"${time}"}`).join('\n'));
    const from = 637417512000000000n;
    const timeline = await log.request('timeline', { query: '', range: [String(from), String(from + 2n)], width: 2 });
    expect(timeline.groups.other).toEqual([1, 1]);
  });

  it('reaches from the year 1 to 9999', async () => {
    const log = await openLog('{"env_time":"0001-01-01T00:00:00Z"}\n{"env_time":"9999-12-31T23:59:59.9999999Z"}');
    const timeline = await log.request('timeline', { query: '', width: 10 });
    expect(timeline.groups.other).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(log.last.first?.ticks).toBe('0');
    expect(log.last.last?.ticks).toBe('3155378975999999999');
  });
});

describe('lanes of the timeline', () => {
  it.each(['operation', 'resultGroup', 'caller', 'target', 'request', 'finding'])(
    'of %s are what its values are found with',
    async (field) => {
      const log = await openLog(month);
      const query = 'NOT operation:SetCurrentPolicy';
      const { lanes, ...timeline } = await log.request('timeline', { query, width: 12, lanesBy: { field, limit: 4 } });
      const facets = await log.request('facets', { query, field, limit: 4 });
      expect(timeline).toEqual(await log.request('timeline', { query, width: 12 }));
      expect(lanes).toMatchObject({ field, distinct: facets.distinct });
      expect(lanes!.lanes.map(({ value }) => value)).toEqual(facets.values.map(({ value }) => value));
      const { from, to } = timeline;
      for (const { value, groups, matching } of lanes!.lanes) {
        const alone = await log.request('timeline', { query: andTerm(query, literalTerm(field, value)), width: 12, range: [from, to] });
        expect({ value, groups, matching }).toEqual({ value, groups: alone.groups, matching: alone.matching });
      }
    },
  );

  it.each(['operation', 'caller', 'target', 'finding'])('of %s that were asked for apart have each record once', async (field) => {
    const log = await openLog(month);
    const { lanes, groups, ...all } = await log.request('timeline', { query: '', width: 12, lanesBy: { field, limit: 6, isApart: true } });
    const range = [all.from, all.to] as const;
    let before = '';
    for (const { value, matching, groups: own } of lanes!.lanes) {
      const term = literalTerm(field, value);
      const alone = await log.request('timeline', { query: andTerm(before, term), width: 12, range });
      expect({ value, matching, groups: own }).toEqual({ value, matching: alone.matching, groups: alone.groups });
      before = andTerm(before, `-${term}`);
    }
    const rest = await log.request('timeline', { query: before, width: 12, range });
    expect(lanes!.lanes.reduce((sum, { matching }) => sum + matching, rest.matching)).toBe(all.matching);
    expect(groups).toEqual((await log.request('timeline', { query: '', width: 12 })).groups);
  });

  it('refuse a field that is none', async () => {
    const log = await openLog(sample);
    await expect(log.request('timeline', { query: '', width: 1, lanesBy: { field: 'nope', limit: 1 } })).rejects.toThrow('nope');
  });
});

describe('outliers', () => {
  const week = Array.from({ length: 100 }, (_, hour) => `2020-11-2${Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00Z`);
  const logOf = (times: readonly string[]) => openLog(times.map((time) => `{"env_time":"${time}"}`).join('\n'));

  it('are those few before and after the dense stretch, to the tick', async () => {
    const log = await logOf([
      'yesterday',
      '0001-01-01T00:00:00.0000001Z',
      ...week,
      '9999-12-31T23:59:59.9999999Z',
      '9999-12-31T23:59:59.9999998Z',
    ]);
    const dense = { from: '637414272000000000', to: '637417836000000001', records: 100 };
    expect(await log.request('outliers', { query: '' })).toEqual({
      snapshot: log.last.snapshot,
      dense,
      before: { from: '1', to: '2', records: 1 },
      after: { from: '3155378975999999998', to: '3155378976000000000', records: 2 },
    });
    expect(await log.request('outliers', { query: 'time<5000' })).toMatchObject({ dense, after: null });
  });

  it.each([[week], [[]], [['yesterday']], [['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z']]])('are none (%#)', async (times) => {
    const log = await logOf(times);
    expect(await log.request('outliers', { query: '' })).toMatchObject({ dense: null, before: null, after: null });
  });
});

describe('page', () => {
  it('finds a record by reference, and tells where it stands', async () => {
    const log = await openLog(month);
    const page = await log.request('page', {
      query: 'result:failure',
      order: 'newest',
      from: { around: { source: 0, index: 0 } },
      count: 5,
    });
    expect(page.found).toBeNull();
    const first = await log.request('page', { query: 'result:failure', order: 'file', from: { at: 3 }, count: 5 });
    const around = await log.request('page', { query: 'result:failure', order: 'file', from: { around: first.rows[2]!.ref }, count: 3 });
    expect(around.found).toBe(5);
    expect(around.rows[around.found! - around.at]!.ref).toEqual(first.rows[2]!.ref);
  });

  it.each([
    [1995, 50, 5],
    [0, 1000, 1000],
    [1872, 128, 128],
    [1920, 128, 80],
    [1999, 1, 1],
    [2000, 50, 0],
    [7, 0, 0],
    [9_000_000, 1000, 0],
  ])('from position %d on begins there, and ends where the result ends', async (at, count, rows) => {
    const log = await openLog(month);
    for (const order of ['file', 'oldest', 'newest'] as const) {
      const all = [
        ...(await log.request('page', { query: '', order, from: { at: 0 }, count: 1000 })).rows,
        ...(await log.request('page', { query: '', order, from: { at: 1000 }, count: 1000 })).rows,
      ];
      const page = await log.request('page', { query: '', order, from: { at }, count });
      expect({ at: page.at, rows: page.rows, matching: page.matching, found: page.found }).toEqual({
        at,
        rows: all.slice(at, at + count),
        matching: 2000,
        found: null,
      });
      expect(page.rows.length).toBe(rows);
    }
  });

  it.each([
    [0, 50, 0, 50],
    [24, 50, 0, 50],
    [26, 50, 1, 50],
    [1000, 50, 975, 50],
    [1000, 5, 998, 5],
    [1990, 50, 1950, 50],
    [1999, 50, 1950, 50],
    [1999, 1, 1999, 1],
  ])('around the record %d, %d rows, has it in the middle or is moved so that it is full', async (index, count, at, rows) => {
    const log = await openLog(month);
    const page = await log.request('page', { query: '', order: 'file', from: { around: { source: 0, index } }, count });
    expect({ at: page.at, rows: page.rows.length, found: page.found }).toEqual({ at, rows, found: index });
    expect(page.rows[page.found! - page.at]!.ref.index).toBe(index);
  });

  it('around a record that does not match has the first rows', async () => {
    const log = await openLog(month);
    const page = await log.request('page', { query: 'record<100', order: 'file', from: { around: { source: 0, index: 500 } }, count: 20 });
    expect({ at: page.at, rows: page.rows.length, found: page.found }).toEqual({ at: 0, rows: 20, found: null });
  });
});

describe('record', () => {
  it('tells its own text unchanged, its fields, identities and targets', async () => {
    const log = await openLog(sample);
    const record = await log.request('record', { ref: { source: 0, index: 0 } });
    expect(record.text).toBe(sample);
    expect(record.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(Object.keys(JSON.parse(sample) as object).filter((key) => key.startsWith('env_'))),
    );
    expect(record.identities).toEqual([
      { type: 'ObjectID', value: '<some object ID>' },
      { type: 'TenantId', value: '<some tenant ID>' },
    ]);
    expect(record.place.map(({ name }) => name)).toEqual(['PublicCloud', 'EastUS2', 'AttestationRpType', '<some service role instance>']);
    expect(record.resource.map(({ name }) => name)).toEqual([
      '<some subscription ID>',
      '<some resource group name>',
      '<some instance name>',
    ]);
  });

  it('refuses a record that is not there', async () => {
    const log = await openLog(sample);
    await expect(log.request('record', { ref: { source: 0, index: 1 } })).rejects.toThrow('There is no such record');
    await expect(log.request('record', { ref: { source: 3, index: 0 } })).rejects.toThrow('There is no such record');
  });
});

describe('profile', () => {
  it('adds up', async () => {
    const log = await openLog(month);
    const profile = await log.request('profile', { query: 'caller.UPN:"dana@contoso.com"', limit: 100 });
    expect(profile.callers).toHaveLength(1);
    expect(profile.identities.find(({ type }) => type === 'TenantId')!.sharedBy).toBeGreaterThan(1);
    expect(profile.alsoActing.some(({ value }) => value === 'dana@contoso.com')).toBe(false);
    for (const { count, children } of profile.resources) {
      expect(children.reduce((sum, child) => sum + child.count, 0)).toBe(count);
    }
    for (const { groups, children } of profile.resources) {
      const sums = resultGroups.map((group) => children.reduce((sum, child) => sum + child.groups[group], 0));
      expect(sums).toEqual(resultGroups.map((group) => groups[group]));
    }
    expect(profile.groups.clientError * profile.groups.failure).toBeGreaterThan(0);
  });

  it('tells when its caller was seen in the whole log, where a filter leaves a part of it', async () => {
    const log = await openLog(month);
    const whole = 'caller.UPN:"dana@contoso.com"';
    const all = await log.request('profile', { query: whole, limit: 0 });
    const part = await log.request('profile', { query: `${whole} resultGroup:failure`, limit: 0, whole });
    expect(all.whole).toBeNull();
    expect(part.whole).toEqual({ matching: all.matching, first: all.first, last: all.last });
    expect(part.matching).toBeLessThan(all.matching);
    expect([part.first, part.last]).not.toEqual([all.first, all.last]);
  });
});

describe('an answer of which the lists are limited', () => {
  /** Seven of everything that a profile lists, each in records of its own, and a caller who acts on all of it. */
  const wide = Array.from({ length: 49 }, (_, index) => {
    const [own, target] = [index % 7, Math.floor(index / 7)];
    return JSON.stringify({
      operationName: `Operation${own}`,
      resultType: 'Success',
      callerIpAddress: `10.0.0.${own}`,
      callerDisplayName: `Name ${own}`,
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `user${own}@contoso.com` }],
      targetResources: [
        { targetResourceType: 'Environment', targetResourceName: `Cloud${target}` },
        {
          targetResourceType: 'ResourceId',
          targetResourceName: `/subscriptions/s${target}/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/i${target}`,
        },
      ],
      // A writer with gaps for each epoch.
      env_epoch: `E${own}`,
      env_seqNum: target * 2,
      env_time: new Date(Date.UTC(2020, 10, 2) + index * 60_000).toISOString(),
    });
  }).join('\n');

  it.each([0, 1, 3, 6, 7, 8])('tells how many there are: a profile, %d', async (limit) => {
    const log = await openLog(wide);
    for (const [query, callers] of [
      ['', 7],
      ['caller.UPN:user0@contoso.com', 1],
    ] as const) {
      const profile = await log.request('profile', { query, limit });
      const lists = [
        [profile.identities, profile.identitiesTotal, callers],
        [profile.displayNames, profile.displayNamesTotal, callers],
        [profile.callers, profile.callersTotal, callers],
        [profile.places, profile.placesTotal, 7],
        [profile.resources, profile.resourcesTotal, 7],
        [profile.alsoActing, profile.alsoActingTotal, 7 - callers],
      ] as const;
      expect(lists.map(([list, total]) => [list.length, total])).toEqual(lists.map(([, , total]) => [Math.min(limit, total), total]));
    }
  });

  it.each([0, 1, 3, 7, 8])('tells how many there are: values, kinds of findings, epochs and gaps, %d', async (limit) => {
    const log = await openLog(wide);
    const facets = await log.request('facets', { query: '', field: 'caller.UPN', limit });
    expect([facets.values.length, facets.distinct, facets.matching]).toEqual([Math.min(limit, 7), 7, 49]);
    const findings = await log.request('findings', { query: '', limit, items: limit });
    const all = await log.request('findings', { query: '', limit: 1000, items: 1000 });
    expect([findings.distinct, findings.total]).toEqual([all.groups.length, all.groups.reduce((sum, { count }) => sum + count, 0)]);
    expect(findings.groups).toEqual(all.groups.slice(0, limit).map((group) => ({ ...group, items: group.items.slice(0, limit) })));
    const coverage = await log.request('coverage', { epochs: limit, gaps: limit });
    expect([coverage.epochs.length, coverage.epochsTotal]).toEqual([Math.min(limit, 7), 7]);
    expect(coverage.epochs.map(({ gaps, gapsTotal }) => [gaps.length, gapsTotal])).toEqual(
      coverage.epochs.map(() => [Math.min(limit, 6), 6]),
    );
    const placed = await log.request('placedFindings', { source: 0, limit });
    expect([placed.findings.length, placed.total]).toEqual([Math.min(limit, all.total), all.total]);
  });
});

describe('findings', () => {
  it('groups what says the same', async () => {
    const record = '{"operationName":"Odd","resultType":"Success","auditEventCategory":[],"callerIdentities":[],"targetResources":[]}';
    const log = await openLog([record, record, record].join('\n'));
    const { groups, total, counts } = await log.request('findings', { query: '', limit: 10, items: 2 });
    expect(groups.map(({ code, count, items }) => ({ code, count, items: items.length }))).toEqual([
      { code: 'value.unknownOperation', count: 3, items: 2 },
      { code: 'value.empty', count: 3, items: 2 },
      { code: 'value.empty', count: 3, items: 2 },
    ]);
    expect({ total, counts }).toEqual({ total: 9, counts: { error: 0, warning: 3, information: 6 } });
  });

  it('leaves broken stretches out while a filter is set', async () => {
    const log = await openLog(month);
    const all = await log.request('findings', { query: '', limit: 100, items: 1 });
    const some = await log.request('findings', { query: 'finding:error', limit: 100, items: 1 });
    expect(all.groups.some(({ items }) => items[0]!.record === null)).toBe(true);
    expect(some.groups.every(({ items }) => items[0]!.record !== null)).toBe(true);
    expect(all.counts).toEqual(log.last.findings);
  });
});
