import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricCatalogue, Metrics } from '@streakline/observability';
import { defaultPorts } from '@streakline/service';
import { readYaml } from './compose-file';

const root = join(__dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}

const dashboard = JSON.parse(text('infra/grafana/dashboards/streakline.json')) as { panels: readonly Panel[] };
const queries = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => [title, expr] as const),
);
const alerts = readYaml(text('infra/prometheus/alerts.yml')) as {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly annotations: { summary: string };
    }[];
  }[];
};
const rules = alerts.groups.flatMap((group) => group.rules);

/** Words of PromQL, and what is made by Prometheus itself. */
const NO_METRICS =
  /^(absent|by|count|histogram_quantile|increase|max|min|or|rate|sum|up|vector|without|on|ignoring|and|unless)$/;

/** The metrics that a query reads, and the labels that it goes by. */
function readBy(expr: string): { readonly metrics: readonly string[]; readonly labels: readonly string[] } {
  const groups = [...expr.matchAll(/\b(?:by|without|on) \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/));
  const matchers = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\w+)\s*[!=]~?"/g)].map(([, label = '']) => label),
  );
  const bare = expr
    .replace(/\b(by|without|on) \([^)]*\)/g, '')
    .replace(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"|\boffset \d+[smhd]/g, '');
  const words = bare.match(/[a-zA-Z_]\w*/g) ?? [];
  return { metrics: words.filter((word) => !NO_METRICS.test(word)), labels: [...groups, ...matchers] };
}

/** What Prometheus itself adds to every series. */
const OF_THE_SCRAPE = ['job', 'instance', 'le'];
const base = (metric: string): string => metric.replace(/_(bucket|sum|count)$/, '');

describe.each([
  ['the dashboard', queries],
  ['the alerts', rules.map(({ alert, expr }) => [alert, expr] as const)],
])('%s', (_, all) => {
  let nodes: ReadonlySet<string>;
  beforeAll(async () => {
    const shown = await new Metrics().scrape();
    nodes = new Set([...shown.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name!));
  });

  it.each(all)('%s: reads metrics and labels that there are', (__, expr) => {
    const { metrics, labels } = readBy(expr);
    const declared = metrics.map((metric) => (metric in metricCatalogue ? metric : base(metric)));
    expect(declared.filter((metric) => !(metric in metricCatalogue) && !nodes.has(metric))).toEqual([]);
    const known = declared.flatMap((metric) => [
      ...(metricCatalogue[metric as keyof typeof metricCatalogue]?.labels ?? []),
    ]);
    expect(labels.filter((label) => ![...known, ...OF_THE_SCRAPE].includes(label))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it('shows every metric of ours', () => {
    const shown = new Set(
      queries.flatMap(([, expr]) => readBy(expr).metrics.map((each) => (each in metricCatalogue ? each : base(each)))),
    );
    expect(Object.keys(metricCatalogue).filter((metric) => !shown.has(metric))).toEqual([]);
  });

  it('lays no panel over another, and none beyond the edge', () => {
    const taken = new Set<string>();
    for (const { title, gridPos } of dashboard.panels) {
      expect([title, gridPos.x + gridPos.w <= 24]).toEqual([title, true]);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect([title, taken.has(`${x}/${y}`)]).toEqual([title, false]);
          taken.add(`${x}/${y}`);
        }
      }
    }
  });
});

describe('Prometheus', () => {
  it('asks every process where it listens', () => {
    const { scrape_configs, rule_files } = readYaml(text('infra/prometheus/prometheus.yml')) as {
      readonly rule_files: readonly string[];
      readonly scrape_configs: readonly {
        readonly job_name: string;
        readonly dns_sd_configs: readonly { readonly names: readonly string[]; readonly port: number }[];
      }[];
    };
    const asked = Object.fromEntries(scrape_configs.map(({ job_name, dns_sd_configs: [at] }) => [job_name, at?.port]));
    const { standalone: _standalone, ...processes } = defaultPorts;
    expect(asked).toEqual(processes);
    for (const { job_name, dns_sd_configs } of scrape_configs) expect(dns_sd_configs[0]?.names).toEqual([job_name]);
    expect(rule_files).toEqual(['alerts.yml']);
  });

  it('names the job that is missing: absent() keeps the labels of a plain selector alone', () => {
    const { expr = '' } = rules.find(({ alert }) => alert === 'ProcessMissing') ?? {};
    const { standalone: _standalone, ...processes } = defaultPorts;
    const missing = [...expr.matchAll(/absent\(up\{job="(\w+)"\}\)/g)].map(([, job]) => job);
    expect(missing.sort()).toEqual(Object.keys(processes).sort());
    expect(expr).toMatch(/^sum by \(job\) \(up\{job=~"[\w|]+"\}\) == 0 or /);
  });

  it('alerts at the first count of a series too, which is born with it', () => {
    for (const { alert, expr } of rules)
      for (const [, metric = ''] of expr.matchAll(/increase\((\w+)\[15m\]\)/g))
        expect([alert, expr]).toEqual([alert, expect.stringContaining(`(${metric} unless ${metric} offset 15m) > 0`)]);
  });

  it('says of each alert what it is about, in one line', () => {
    for (const { alert, annotations } of rules)
      expect([alert, annotations.summary]).toEqual([alert, expect.stringMatching(/^\S.*\.$/)]);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });
});
