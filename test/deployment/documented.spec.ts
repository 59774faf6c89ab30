import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectionVariables } from '@streakline/event-log';
import { metricCatalogue } from '@streakline/observability';
import { defaultPorts, serviceVariables, standaloneVariables } from '@streakline/service';

const root = join(__dirname, '..', '..');
const guide = readFileSync(join(root, 'docs/guides/operations.md'), 'utf8');

/** The first two cells of each row of a table, by its heading. */
function rowsUnder(heading: string): readonly (readonly [string, string])[] {
  const [, section = ''] = guide.split(new RegExp(`^##+ ${heading}$`, 'm'));
  const [text = ''] = section.split(/^## /m);
  return [...text.matchAll(/^\| (`.+?) \| ?(.*?) ?\|/gm)].map(([, first, second]) => [first!, second!] as const);
}

const codes = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

describe('the operations guide', () => {
  it('has every setting of every process, and no other', () => {
    const listed = rowsUnder('Settings').flatMap(([variable]) => codes(variable));
    const known = new Set([
      ...Object.keys(serviceVariables),
      ...Object.keys(standaloneVariables),
      ...connectionVariables,
    ]);
    expect([...listed].sort()).toEqual([...known, 'STREAKLINE_TOPIC_PREFIX'].sort());
  });

  it('has the ports that processes take by default', () => {
    const [, ports = ''] = rowsUnder('Settings').find(([variable]) => variable === '`STREAKLINE_PORT`') ?? [];
    const { standalone: _standalone, ...processes } = defaultPorts;
    for (const [name, port] of Object.entries(processes)) expect(ports).toContain(`${name} ${port}`);
  });

  it('has every metric with its labels, and no other', () => {
    const listed = rowsUnder('Metrics').map(([metric, labels]) => [codes(metric)[0], labels]);
    const known = Object.entries(metricCatalogue).map(
      ([metric, { labels = [] }]: [string, { labels?: readonly string[] }]) => [metric, labels.join(', ')],
    );
    expect(listed).toEqual(known);
  });

  it('says what to do about every alert', () => {
    const alerts = readFileSync(join(root, 'infra/prometheus/alerts.yml'), 'utf8');
    const named = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name!);
    const rows = [...guide.matchAll(/^\| ((?:[A-Z]\w+(?:, )?)+) \|/gm)].flatMap(([, names]) => names!.split(', '));
    expect(named.filter((name) => !rows.includes(name))).toEqual([]);
  });
});
