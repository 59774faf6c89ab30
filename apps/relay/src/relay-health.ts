import type { InsightsPublisherStatus } from '@streakline/insights';
import type { HealthCheck, Metrics } from '@streakline/observability';
import type { RelayStatus } from '@streakline/relay';

interface Relaying {
  readonly status: RelayStatus;
}

interface Publishing {
  status(): InsightsPublisherStatus;
}

/** A relay that stands by is as ready as the one that relays; one that cannot reach what it needs is not. */
export function relayCheck(relay: Relaying): HealthCheck {
  return {
    name: 'relay',
    check: () => {
      const { state, position, sentRecords, problem } = relay.status;
      return Promise.resolve({ ...readinessOf(state, problem), state, position, sentRecords });
    },
  };
}

export function insightsCheck(publisher: Publishing): HealthCheck {
  return {
    name: 'insights',
    check: () => {
      const { state, sent, pending, problem } = publisher.status();
      return Promise.resolve({ ...readinessOf(state, problem), state, sent, pending });
    },
  };
}

function readinessOf(
  state: 'standby' | 'starting' | 'active' | 'stopped',
  problem: string | null,
): { readonly ready: boolean; readonly detail?: string } {
  if (problem !== null) return { ready: false, detail: problem };
  if (state === 'active' || state === 'standby') return { ready: true };
  return { ready: false, detail: state === 'stopped' ? 'It was stopped.' : 'It looks where the log ends.' };
}

export function measureRelay(metrics: Metrics, relay: Relaying): void {
  metrics.onScrape('relay', () => {
    const { state, position, sentRecords } = relay.status;
    metrics.set('streakline_relay_active', state === 'active' ? 1 : 0);
    metrics.forget(['streakline_relay_position']);
    if (state === 'active') metrics.set('streakline_relay_position', position);
    metrics.setTotal('streakline_relay_sent_records_total', sentRecords);
  });
}

export function measureInsights(metrics: Metrics, publisher: Publishing): void {
  metrics.onScrape('insights', () => {
    const { state, sent, pending } = publisher.status();
    metrics.set('streakline_insights_active', state === 'active' ? 1 : 0);
    metrics.forget(['streakline_insights_pending']);
    if (state === 'active') metrics.set('streakline_insights_pending', pending);
    metrics.setTotal('streakline_insights_sent_total', sent);
  });
}
