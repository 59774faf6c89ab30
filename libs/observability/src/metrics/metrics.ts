import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from '../logs/create-log';
import { metricCatalogue, type MetricDefinition, type MetricName } from './catalogue';

export type Labels = Readonly<Record<string, string | number>>;

interface Collector {
  readonly figures: string;
  readonly collect: () => unknown;
  readonly gauges: readonly MetricName[];
}

/** Milliseconds. A scrape that waits for a database that is away tells of nothing. */
const PATIENCE = 2_000;

/**
 * The metrics of one process: those of its parts that it runs, and Node's own (`process_...`, `nodejs_...`). Only what
 * was set shows, so that a relay has no figures of an intake.
 *
 * @example
 * const metrics = new Metrics();
 * metrics.onScrape('relay', () => metrics.set('streakline_relay_position', relay.status.position));
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly made = new Map<MetricName, Gauge | Counter | Histogram>();
  private readonly collectors: Collector[] = [];
  /** Figures that could not be had the last time: logged when that begins, not at every scrape. */
  private readonly missing = new Set<string>();

  /** @param log told which figures cannot be had, and why */
  constructor(private readonly log?: Pick<Log, 'info' | 'warn'>) {
    // The event loop's delay is sampled by a timer: at prom-client's own 10 ms an idle process would wake for it alone.
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 100 });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  set(name: MetricName, value: number, labels: Labels = {}): void {
    this.as(name, Gauge).set(labels, value);
  }

  add(name: MetricName, labels: Labels = {}, value = 1): void {
    this.as(name, Counter).inc(labels, value);
  }

  /** Of a counter whose total is kept elsewhere. */
  setTotal(name: MetricName, total: number, labels: Labels = {}): void {
    const counter = this.as(name, Counter);
    counter.remove(labels);
    counter.inc(labels, total);
  }

  observe(name: MetricName, value: number, labels: Labels = {}): void {
    this.as(name, Histogram).observe(labels, value);
  }

  /** Takes back every value of some gauges. */
  forget(names: readonly MetricName[]): void {
    for (const name of names) this.made.get(name)?.reset();
  }

  /**
   * Sets figures that have to be looked up, each time somebody asks.
   *
   * @param gauges taken back where they cannot be had: what is not known must not be shown
   */
  onScrape(figures: string, collect: () => unknown, gauges: readonly MetricName[] = []): void {
    this.collectors.push({ figures, collect, gauges });
  }

  /** All figures in the text format of Prometheus. */
  async scrape(): Promise<string> {
    await Promise.all(this.collectors.map((each) => this.collect(each)));
    return this.registry.metrics();
  }

  private async collect({ figures, collect, gauges }: Collector): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
    });
    try {
      await Promise.race([collect(), late]);
      if (this.missing.delete(figures)) this.log?.info({ figures }, 'figures can be had again');
    } catch (err) {
      // The other figures are still worth having.
      if (!this.missing.has(figures)) this.log?.warn({ err, figures }, 'figures cannot be had');
      this.missing.add(figures);
      this.forget(gauges);
      this.add('streakline_collect_failures_total', { figures });
    } finally {
      clearTimeout(timer);
    }
  }

  private as<M extends Gauge | Counter | Histogram>(name: MetricName, kind: new (...args: never[]) => M): M {
    const metric = this.made.get(name) ?? this.make(name);
    if (metric instanceof kind) return metric;
    throw new Error(`${name} is a ${metricCatalogue[name].type}: use it as one`);
  }

  private make(name: MetricName): Gauge | Counter | Histogram {
    const { type, help, labels = [], buckets }: MetricDefinition = metricCatalogue[name];
    const settings = { name, help, labelNames: [...labels], registers: [this.registry] };
    const metric =
      type === 'gauge'
        ? new Gauge(settings)
        : type === 'counter'
          ? new Counter(settings)
          : new Histogram({ ...settings, ...(buckets && { buckets: [...buckets] }) });
    this.made.set(name, metric);
    return metric;
  }
}
