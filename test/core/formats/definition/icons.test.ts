import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attestationFormat } from '../../../../src/core/formats/attestation/attestationFormat.ts';
import schema from '../../../../src/core/formats/auditFormat.schema.json' with { type: 'json' };
import { formatData, genericData } from '../../../../src/core/formats/formatData.ts';
import outlines from '../../../../src/core/formats/iconOutlines.json' with { type: 'json' };
import { parseFormatFile } from '../../../../src/core/formats/formatFile.ts';
import { say } from '../../../../src/protocol/say.ts';
import { doorFormat } from '../doorFormat.ts';

const names = readdirSync('node_modules/@vscode/codicons/src/icons').flatMap((file) => (file.endsWith('.svg') ? [file.slice(0, -4)] : []));

function faultsOf(icon: string): readonly string[] {
  const file = parseFormatFile(new TextEncoder().encode(JSON.stringify({ ...doorFormat, icon })));
  return file.ok ? [] : file.faults.map(({ pointer, message }) => `${pointer}: ${say(message)}`);
}

describe('icons of formats', () => {
  it('are those of VS Code', () => {
    expect(schema.$defs.icon.enum).toEqual(names.toSorted());
    expect([attestationFormat, genericData, ...formatData].map(({ icon }) => icon ?? '').filter((icon) => !names.includes(icon))).toEqual(
      [],
    );
  });

  it('of built-in formats have their outlines', () => {
    const used = [attestationFormat, genericData, ...formatData].map(({ icon }) => icon!);
    const outlineOf = (icon: string): string | undefined =>
      /\bd="([^"]+)"/.exec(readFileSync(`node_modules/@vscode/codicons/src/icons/${icon}.svg`, 'utf8'))?.[1];
    expect(outlines).toEqual(Object.fromEntries(used.map((icon) => [icon, outlineOf(icon)])));
  });

  it('are checked in files of users, of which a fault names a few', () => {
    expect(faultsOf('cloud')).toEqual([]);
    const [fault] = faultsOf('clowd');
    expect(fault).toMatch(/^\/icon: The value must be one of \d+ names, such as account, .{100,400}\.$/);
  });
});
