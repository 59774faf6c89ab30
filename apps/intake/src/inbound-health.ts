import type { Inbound, InboundMetrics } from '@streakline/inbound';
import type { HealthCheck, Metrics } from '@streakline/observability';

/**
 * How reading from Kafka stands. Without it HTTP is taken as ever, so that it never makes an intake unready: a balancer
 * that took it away would turn a missing Kafka into a missing intake.
 */
export function inboundCheck(inbound: Pick<Inbound, 'status'>): HealthCheck {
  return {
    name: 'inbound',
    check: () => {
      const { state, partitions, problem } = inbound.status();
      return Promise.resolve({ ready: true, state, partitions, ...(problem !== null && { detail: problem }) });
    },
  };
}

export function measureInbound(metrics: Metrics, inbound: Pick<Inbound, 'status'>): void {
  metrics.onScrape('inbound', () => metrics.set('streakline_inbound_partitions', inbound.status().partitions));
}

export function inboundCounters(metrics: Metrics): InboundMetrics {
  return {
    handled: (type, said) => metrics.add('streakline_inbound_handled_total', { type, said }),
    refused: (topic, code) => metrics.add('streakline_inbound_refused_total', { topic, code }),
    retried: (topic, code) => metrics.add('streakline_inbound_retried_total', { topic, code }),
  };
}
