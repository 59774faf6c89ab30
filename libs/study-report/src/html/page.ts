import { escaped } from '../chart/markup';

const STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 72rem; color: #1b1f24; background: #fff;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; }
p { max-width: 50rem; }
svg { max-width: 100%; height: auto; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid #e6e8eb; text-align: right; white-space: nowrap; }
th:first-child { text-align: left; } thead th { border-bottom: 1px solid #8c959f; }
th[scope=row] { font-weight: 400; }
details { margin: 1rem 0; } summary { cursor: pointer; }`;

/** A page that needs nothing but itself: no script, and a policy that forbids to fetch anything. `style` is CSS, its own unless given. */
export function htmlPage(title: string, body: string, style = STYLE): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
