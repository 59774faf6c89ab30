import {
  buildPanel,
  complete,
  fillAbnormal,
  type Panel,
  type PanelOptions,
  runStudy,
  type StudyEvent,
  type TestName,
} from '@streakline/event-study';
import type { Bench, BenchRow } from './bench';
import { regressionSums } from './ceilings/regression-sums';
import { byTurns, now } from './pairing';
import { sizeFrom } from './projected/open-projected';
import { rowsFromStore } from './study/from-store';
import { ESTIMATION, EVENT, randomEvents, WINDOWS } from './study/random-market';

const EVENTS = sizeFrom('STREAKLINE_BENCH_STUDY_EVENTS', 100_000);
const ROUNDS = 7;

const OPTIONS: PanelOptions = { model: 'market', estimation: ESTIMATION, event: EVENT, windows: WINDOWS };

const PARAMETRIC: readonly TestName[] = [
  'crossSectional',
  'crudeDependence',
  'patell',
  'bmp',
  'skewnessCorrected',
  'bharCrossSectional',
  'bharSkewnessCorrected',
];
const RANKS: readonly TestName[] = [
  ...(['corradoRank', 'corradoZivneyRank', 'corradoZivneySign', 'grankT', 'grankZ'] as const),
  ...(['sign', 'generalisedSign', 'wilcoxon'] as const),
];

/** A study of 100,000 announcements on one core: abnormal returns beside a bare loop, the tests, and the same from a store. */
export const bench: Bench = {
  name: 'study',
  run: async (context) => {
    const { log } = context;
    const events = randomEvents(EVENTS);
    log('abnormal returns');
    const rows = [await abnormalReturns(events)];
    log('tests');
    rows.push(await tested(events, 'parametric tests', PARAMETRIC, '< 2 s'));
    rows.push(await tested(events, 'rank and sign tests', RANKS, '< 20 s'));
    rows.push(await tested(events, 'tests adjusted for cross-correlation', ['adjustedPatell', 'adjustedBmp']));
    log('from a store');
    return [...rows, ...(await rowsFromStore(context))];
  },
};

async function abnormalReturns(events: readonly StudyEvent[]): Promise<BenchRow> {
  const { ours, ceiling, ratio } = await byTurns(
    ROUNDS,
    async () => rate(() => complete(buildPanel(events, OPTIONS))),
    async () => rate(() => regressionSums(events, ESTIMATION.from, ESTIMATION.to)),
  );
  const note = 'ceiling: a bare loop of the regression sums';
  const what = `abnormal returns with variances, ${EVENTS.toLocaleString('en-US')} events x (250 + 41)`;
  return { what, unit: 'events/s', ours, ceiling, ratio, target: '>= 0.3', note };
}

/** From the series to the tests' answers, residuals included; in CPU time, because the target is one core's. */
async function tested(
  events: readonly StudyEvent[],
  what: string,
  tests: readonly TestName[],
  target?: string,
): Promise<BenchRow> {
  const [begun, begunCpu] = [now(), process.cpuUsage()];
  const panel: Panel = complete(buildPanel(events, OPTIONS));
  complete(fillAbnormal(panel));
  const panelCpu = cpuSeconds(begunCpu);
  complete(runStudy(panel, { tests }));
  const wall = ((now() - begun) / 1000).toFixed(1);
  const note = `41 days, 5 windows; the panel itself ${panelCpu.toFixed(2)} s; ${wall} s by the clock`;
  return { what, unit: 'CPU s', ours: cpuSeconds(begunCpu), ceiling: null, ...(target && { target }), note };
}

/** Of all the process's threads since then, the collector's and the compiler's included. */
function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

async function rate(work: () => unknown): Promise<number> {
  const begun = now();
  work();
  return (EVENTS * 1000) / (now() - begun);
}
