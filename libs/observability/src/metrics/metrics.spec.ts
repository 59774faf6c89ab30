import { metricCatalogue } from './catalogue';
import { Metrics } from './metrics';
import { measureProjection, measureStudies } from './part-metrics';

describe('metrics', () => {
  const line = (text: string, start: string) => text.split('\n').filter((each) => each.startsWith(start));

  it('show what was set, counted and observed, and nothing that was not', async () => {
    const metrics = new Metrics();
    metrics.set('streakline_relay_position', 12);
    metrics.add('streakline_inbound_refused_total', { topic: 'a', code: 'x' });
    metrics.add('streakline_inbound_refused_total', { topic: 'a', code: 'x' });
    metrics.setTotal('streakline_insights_sent_total', 5);
    metrics.setTotal('streakline_insights_sent_total', 7);
    metrics.observe('streakline_http_request_duration_seconds', 0.2, { method: 'GET', route: '/x', status: 200 });
    const text = await metrics.scrape();
    expect(line(text, 'streakline_relay_position ')).toEqual(['streakline_relay_position 12']);
    expect(line(text, 'streakline_inbound_refused')).toEqual([
      'streakline_inbound_refused_total{topic="a",code="x"} 2',
    ]);
    expect(line(text, 'streakline_insights_sent_total ')).toEqual(['streakline_insights_sent_total 7']);
    expect(text).toContain('le="0.25",method="GET",route="/x",status="200"} 1');
    expect(text).toContain('le="0.1",method="GET",route="/x",status="200"} 0');
    expect(text).not.toContain('streakline_projection');
    expect(line(text, 'process_start_time_seconds ')).toHaveLength(1);
  });

  it('count studies that wait and that run at each scrape, none of them too', async () => {
    const metrics = new Metrics();
    let waiting = 3;
    measureStudies(metrics, () => Promise.resolve({ waiting, running: 1 }));
    const shown = async () => line(await metrics.scrape(), 'streakline_studies{');
    expect(await shown()).toEqual(['streakline_studies{state="waiting"} 3', 'streakline_studies{state="running"} 1']);
    waiting = 0;
    expect(await shown()).toContain('streakline_studies{state="waiting"} 0');
  });

  it('look figures up when they are asked for; those that cannot be had are taken back, and counted', async () => {
    const said: unknown[] = [];
    const saying = (level: string) => (about: object) => void said.push({ level, ...about });
    const metrics = new Metrics({ info: saying('info'), warn: saying('warn') });
    const partitions = [{ partition: 3, position: 8, lagSeconds: 1.5 }];
    let away = false;
    measureProjection(metrics, () =>
      away
        ? Promise.reject(new Error('no database'))
        : Promise.resolve({ name: 'dossiers', version: 2, head: 10, parked: 0, partitions }),
    );
    expect(line(await metrics.scrape(), 'streakline_projection_lag')).toEqual([
      'streakline_projection_lag_events{projection="dossiers",partition="3"} 2',
      'streakline_projection_lag_seconds{projection="dossiers",partition="3"} 1.5',
    ]);
    away = true;
    const without = await metrics.scrape();
    expect(line(without, 'streakline_projection_')).toEqual([]);
    expect(line(without, 'streakline_collect_failures_total{')).toEqual([
      'streakline_collect_failures_total{figures="projection"} 1',
    ]);
    await metrics.scrape();
    away = false;
    await metrics.scrape();
    expect(said).toEqual([
      { level: 'warn', err: new Error('no database'), figures: 'projection' },
      { level: 'info', figures: 'projection' },
    ]);
  });

  it('have names by the conventions: units at the end, totals for what only grows', () => {
    for (const [name, { type }] of Object.entries(metricCatalogue)) {
      expect(name).toMatch(/^streakline_[a-z]+(_[a-z]+)*$/);
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    }
  });
});
