/** What a number means. Names and labels by the conventions of Prometheus: base units, `_total` for what only grows. */
export interface MetricDefinition {
  readonly type: 'gauge' | 'counter' | 'histogram';
  readonly help: string;
  /** Only what has few values: never a URL, an id or a ticker. */
  readonly labels?: readonly string[];
  /** Upper bounds of a histogram's buckets. */
  readonly buckets?: readonly number[];
}

const gauge = (help: string, ...labels: string[]): MetricDefinition => ({ type: 'gauge', help, labels });
const counter = (help: string, ...labels: string[]): MetricDefinition => ({ type: 'counter', help, labels });

/** Every metric of this system. docs/guides/operations.md and the dashboard are held against it by tests. */
export const metricCatalogue = {
  streakline_check_ready: gauge('1 where a part of readiness is, 0 where it is not.', 'check'),
  streakline_http_request_duration_seconds: {
    type: 'histogram',
    help: 'How long answers took, by route as it is declared; `unmatched` where there is none.',
    labels: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  streakline_projection_version: gauge('The version of the read models that serves.', 'projection'),
  streakline_projection_position: gauge(
    'Position in the event store that is written, by partition.',
    'projection',
    'partition',
  ),
  streakline_projection_head: gauge('Position of the newest event in the store.', 'projection'),
  streakline_projection_lag_events: gauge(
    'Positions between the newest event and what is written, by partition.',
    'projection',
    'partition',
  ),
  streakline_projection_lag_seconds: gauge(
    'Age of the oldest event that is not yet written, by partition; 0 at the head.',
    'projection',
    'partition',
  ),
  streakline_projection_parked_events: gauge('Events that could not be folded, and those behind them.', 'projection'),
  streakline_projector_partitions: gauge('Partitions that this process keeps up.', 'projection'),
  streakline_projector_stuck: gauge('1 where this process lags and does not advance.', 'projection'),
  streakline_projector_unreadable_records_total: counter(
    'Records of the events topic that were none, passed over by this process.',
    'projection',
  ),
  streakline_relay_active: gauge('1 where this process relays, 0 where it stands by.'),
  streakline_relay_position: gauge('Position up to which the log has everything, while this process relays.'),
  streakline_relay_sent_records_total: counter('Records sent to the events topic by this process.'),
  streakline_inbound_partitions: gauge('Partitions of the inbound topics that this process reads.'),
  streakline_inbound_handled_total: counter(
    'Inbound records that were taken, `now` or already `before`.',
    'type',
    'said',
  ),
  streakline_inbound_refused_total: counter('Inbound records that went to the dead letters.', 'topic', 'code'),
  streakline_inbound_retried_total: counter('Attempts at inbound records that have to be made again.', 'topic', 'code'),
  streakline_insights_active: gauge('1 where this process publishes insights, 0 where it stands by.'),
  streakline_insights_sent_total: counter('Insights sent by this process.'),
  streakline_insights_pending: gauge('Insights that are written and not sent yet.'),
  streakline_studies: gauge('Studies that wait, and studies that run, whichever process runs them.', 'state'),
  streakline_database_connections: gauge("Connections of this process's pool.", 'state'),
  streakline_collect_failures_total: counter('Figures that could not be had for a scrape.', 'figures'),
} as const satisfies Readonly<Record<`streakline_${string}`, MetricDefinition>>;

export type MetricName = keyof typeof metricCatalogue;
