import { htmlPage } from '@streakline/study-report';

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --faint: #57606a; --rule: #e6e8eb; --strong: #8c959f;
  --c0: #0969da; --c1: #8250df; --c2: #bc4c00; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --faint: #9198a1; --rule: #262c36;
  --strong: #656c76; --c0: #58a6ff; --c1: #bc8cff; --c2: #ffa657; --warn: #d29922; } }
body { margin: 2rem auto; padding: 0 1rem; max-width: 72rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.2rem; }
p, li { max-width: 52rem; overflow-wrap: anywhere; } h1 { overflow-wrap: anywhere; }
p { margin: .4rem 0; } .note { color: var(--faint); font-size: .875rem; }
.warnings { border-left: 4px solid var(--warn); padding-left: 1rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; white-space: nowrap; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; }
th:first-child, .words { text-align: left; } thead th { border-bottom: 1px solid var(--strong); }
th[scope=row] { font-weight: 400; }
details { margin: 1rem 0; } summary { cursor: pointer; font-weight: 600; }
pre { overflow-x: auto; font-size: .8rem; }
.chart { display: block; width: 100%; min-width: 40rem; height: auto; }
.chart .heading { font-size: 14px; font-weight: 600; fill: var(--ink); } .chart .tick { font-size: 11px; fill: var(--faint); }
.chart path { fill: none; } .chart .grid { stroke: var(--rule); } .chart .base { stroke: var(--strong); }
.chart .line { stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
.chart .c0 { stroke: var(--c0); } .chart .c1 { stroke: var(--c1); } .chart .c2 { stroke: var(--c2); }
.chart .area { fill: var(--c0); fill-opacity: .16; stroke: none; }`;

/** A tearsheet's page: in the colours of whoever reads it, and wide tables that scroll by themselves. */
export function tearsheetPage(title: string, body: string): string {
  return htmlPage(title, body, STYLE);
}
