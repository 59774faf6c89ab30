/** A family of series, as Prometheus would read it. */
export interface MetricFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/**
 * Reads the text format of Prometheus, and fails on a line that is none of it. Source: Prometheus documentation,
 * "Exposition formats", text-based format 0.0.4.
 */
export function parseMetrics(text: string): ReadonlyMap<string, MetricFamily> {
  const families = new Map<string, MetricFamily & { samples: { labels: Record<string, string>; value: number }[] }>();
  const helps = new Map<string, string>();
  let current = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') helps.set(name, rest);
    else if (kind === 'TYPE') families.set((current = name), { type: rest, help: helps.get(name) ?? '', samples: [] });
    else families.get(current)?.samples.push(sampleOf(line, current));
  }
  return families;
}

function sampleOf(line: string, family: string): { labels: Record<string, string>; value: number } {
  const [, name = '', labels = '', value = ''] =
    /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)( \d+)?$/.exec(line) ?? [];
  if (!new RegExp(`^${family}(_bucket|_sum|_count)?$`).test(name))
    throw new Error(`not a sample of ${family}: ${line}`);
  const number = Number(value.replace(/^([+-]?)Inf$/, '$1Infinity'));
  // Prometheus reads NaN in any case (Go's ParseFloat), and prom-client writes Nan.
  if (Number.isNaN(number) && !/^nan$/i.test(value)) throw new Error(`not a number: ${line}`);
  const pairs = [...labels.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map(
    ([, key, text]) => [key!, text!] as const,
  );
  return { labels: Object.fromEntries(pairs), value: number };
}
