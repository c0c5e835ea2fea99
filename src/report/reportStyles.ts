import type { ResultGroup } from '../core/record/results.ts';
import { type Markup, markup } from './markup.ts';

/** Classes of what is filled: `mark-<group>`, with a pattern that tells it from the others without colour. */
const patternOf: Readonly<Record<ResultGroup, 'hatched' | 'striped' | undefined>> = {
  success: undefined,
  clientError: 'hatched',
  failure: undefined,
  other: 'striped',
};

/** How a group of results is filled: its colour, and over it the pattern that {@link patterns} defines, if it has one. */
export function patternFill(group: ResultGroup): string | undefined {
  const pattern = patternOf[group];
  return pattern && `url(#${pattern})`;
}

/** What is left out of a colour, and the hatching of what is missing or unknown: defined once in a document. */
export const patterns: Markup = markup`<svg class="defs" aria-hidden="true"><defs>
  <pattern id="hatched" width="4" height="4" patternUnits="userSpaceOnUse"><path class="cut" d="M-1 5 5-1M-1 1 1-1M3 5 5 3" /></pattern>
  <pattern id="striped" width="4" height="4" patternUnits="userSpaceOnUse"><path class="cut" d="M3.5 0V4" /></pattern>
  <pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M-1 9 9-1M-1 1 1-1M7 9 9 7" /></pattern></defs></svg>`;

/** Colours have a contrast of 3 to 1 for marks, 4.5 to 1 for text, in light and dark. */
export const styles = `
:root{color-scheme:light dark;--ground:#fff;--text:#1f2328;--muted:#59636e;--line:#d1d9e0;--panel:#f6f8fa;--success:#2e7d32;--clientError:#a56b00;--failure:#c62828;--other:#7b3fa0;--s0:#1565c0;--s1:#00796b;--s2:#ad5b00;--s3:#8e24aa;--s4:#5d6d00;--s5:#c2185b}
@media (prefers-color-scheme:dark){:root{--ground:#181a1f;--text:#e6e8eb;--muted:#a2abb6;--line:#3a4048;--panel:#22252b;--success:#89d185;--clientError:#e2b93d;--failure:#f48771;--other:#c39be6;--s0:#75beff;--s1:#4ec9b0;--s2:#f0a45d;--s3:#d7a6ff;--s4:#c5d86d;--s5:#ff8fb8}}
@media print{:root{color-scheme:light;--ground:#fff;--text:#000;--muted:#444;--line:#bbb;--panel:#f4f4f4;--success:#2e7d32;--clientError:#a56b00;--failure:#c62828;--other:#7b3fa0;--s0:#1565c0;--s1:#00796b;--s2:#ad5b00;--s3:#8e24aa;--s4:#5d6d00;--s5:#c2185b}*{print-color-adjust:exact}body{max-width:none;margin:0;padding:0;font-size:10pt}section{break-inside:auto}h2{break-after:avoid}svg,tr,dl,.cards{break-inside:avoid}thead{display:table-header-group}}
@page{margin:15mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:24px 20px 48px;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:1.7em;line-height:1.25;margin:0 0 .2em;overflow-wrap:anywhere}
h2{font-size:1.2em;margin:2em 0 .5em;padding-bottom:.25em;border-bottom:1px solid var(--line)}
p{margin:.4em 0}
.lead,.note{color:var(--muted)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.2em;margin:1em 0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
code,.hash{font-family:ui-monospace,"Cascadia Mono",Consolas,Menlo,monospace;font-size:.88em;overflow-wrap:anywhere;white-space:pre-wrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:.93em}
caption{text-align:left;color:var(--muted);padding:.2em 0}
th,td{text-align:left;vertical-align:top;padding:.3em .7em .3em 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:6.5em}
td code{white-space:nowrap}
th{font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;min-width:0}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
.cards{display:flex;flex-wrap:wrap;gap:.6em;margin:1em 0;padding:0;list-style:none}
.cards li{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.5em 1em;min-width:8.5em}
.cards b{display:block;font-size:1.5em;line-height:1.2;font-variant-numeric:tabular-nums}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:0 2.5em}
svg{display:block;width:100%;height:auto}
svg.defs{position:absolute;width:0;height:0}
svg text{fill:var(--muted);font:11px system-ui,sans-serif}
svg .label{fill:var(--text)}
svg .plate{paint-order:stroke;stroke:var(--ground);stroke-width:3px}
.axis{stroke:var(--line)}
.cut{stroke:var(--ground);stroke-width:.8}
.attempt{stroke:var(--ground);stroke-width:1.5;paint-order:stroke}
.hatch{stroke:var(--muted);stroke-width:1}
.cap{fill:var(--text)}
.cards .swatch{display:inline-block;width:12px;height:12px;vertical-align:-1px;margin-right:.4em}
.mark-success{fill:var(--success)}.mark-clientError{fill:var(--clientError)}.mark-failure{fill:var(--failure)}.mark-other{fill:var(--other)}
.of-0{fill:var(--s0)}.of-1{fill:var(--s1)}.of-2{fill:var(--s2)}.of-3{fill:var(--s3)}.of-4{fill:var(--s4)}.of-5{fill:var(--s5)}.of-none{fill:var(--muted)}
.ground{opacity:.3}
details{margin:.5em 0}
summary{cursor:pointer;color:var(--muted)}
footer{margin-top:3em;color:var(--muted);font-size:.9em}
`;
