import type { BenchContext, BenchRow } from '../bench';
import { sizeFrom } from '../projected/open-projected';
import { type Broker, withChildren, withSystem } from './parts';

const SECONDS = sizeFrom('STREAKLINE_BENCH_IDLE_SECONDS', 20);
const apps = ['relay', 'projector', 'query', 'intake'] as const;

/** What all four processes use together of one core, connected and with nothing to do. */
export function idle(context: BenchContext, broker: Broker): Promise<BenchRow> {
  return withSystem(context, broker, (where) =>
    withChildren(
      apps.map(() => 'idling' as const),
      async (children) => {
        await Promise.all(children.map((child, index) => child.ask('start', { ...where, app: apps[index] })));
        const shares = async (asPublished: boolean) =>
          Promise.all(children.map((child) => child.ask<number>('share', { seconds: SECONDS, asPublished })));
        const [cured, ill] = [await shares(false), await shares(true)];
        const each = cured.map((share, index) => `${apps[index]} ${percent(share)}`).join(', ');
        return {
          what: 'idle: relay, projector, query and intake together',
          unit: '% of a core',
          ours: sum(cured) * 100,
          ceiling: null,
          target: '< 2%',
          note: `over ${SECONDS} s: ${each}; with the timers of kafkajs as published ${percent(sum(ill))}`,
        };
      },
    ),
  );
}

function sum(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
