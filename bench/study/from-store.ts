import { isRefusal } from '@streakline/event-store';
import { type Stepwise, testNames } from '@streakline/event-study';
import { ReadSide } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { gatherStudy, studyRequestSchema, studySteps } from '@streakline/studies';
import type { BenchContext, BenchRow } from '../bench';
import { now } from '../pairing';
import { type OpenProjected, openProjected, sizeFrom } from '../projected/open-projected';
import { fillStore } from './store-market';

const EVENTS = sizeFrom('STREAKLINE_BENCH_STUDY_EVENTS', 100_000);
const ANNOUNCEMENTS_EACH = 100;
const SESSIONS = 2_520;

/** A study of every announcement on a store: reading the prices, screening, the market model, all parametric tests. */
export async function rowsFromStore({ createDatabase, log }: BenchContext): Promise<readonly BenchRow[]> {
  const opened = await openProjected(await createDatabase());
  const instruments = Math.ceil(EVENTS / ANNOUNCEMENTS_EACH);
  log(`filling a store with ${instruments} instruments`);
  await fillStore(opened, { instruments, announcementsEach: ANNOUNCEMENTS_EACH, sessions: SESSIONS });
  log('studying it');
  const rows = await measured(opened);
  await opened.close();
  return rows;
}

async function measured({ store, database }: OpenProjected): Promise<readonly BenchRow[]> {
  const readSide = new ReadSide({ pool: database.pool, store, projection: dossiersProjection.name });
  const request = studyRequestSchema.parse({ selection: {}, event: EVENT, windows: WINDOWS, tests: TESTS });
  const [began, cpuBefore] = [now(), process.cpuUsage()];
  const gathered = await readSide.read({}, (view) => drained(gatherStudy(view, request, view.position)));
  if (isRefusal(gathered)) throw new Error(gathered.detail);
  const [read, cpuOfReading] = [now(), cpuSince(cpuBefore)];
  const { result, longest } = driven(studySteps(gathered, request));
  if (isRefusal(result)) throw new Error(result.detail);
  const { used, selected } = result.answer;
  const what = `store: ${selected} announcements (${used} used)`;
  const seconds = (from: number, to: number) => ({ unit: 's', ours: (to - from) / 1_000, ceiling: null });
  return [
    { what: `${what}, reading and screening`, ...seconds(began, read), note: cpuOfReading },
    {
      what: `${what}, market model and all tests too`,
      ...seconds(began, now()),
      target: 'under 30 s',
      note: `${APART}; ${cpuSince(cpuBefore)}`,
    },
    { what: `${what}, longest step of computing`, unit: 'ms', ours: longest, ceiling: null },
    { what: `${what}, memory of the process`, unit: 'MB', ours: process.memoryUsage().rss / 2 ** 20, ceiling: null },
  ];
}

/** What this process itself worked: on a machine that others use too, the clock says less. */
function cpuSince(before: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1e6).toFixed(1)} s of this process's CPU`;
}

async function drained<Result>(steps: AsyncGenerator<unknown, Result, void>): Promise<Result> {
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

/** Drives a computation to its end, and takes the time of its longest step in milliseconds. */
function driven<Result>(steps: Stepwise<Result>): { readonly result: Result; readonly longest: number } {
  let longest = 0;
  for (;;) {
    const began = now();
    const step = steps.next();
    longest = Math.max(longest, now() - began);
    if (step.done === true) return { result: step.value, longest };
  }
}

const EVENT = { from: -10, to: 30 };
const WINDOWS = [
  { from: 0, to: 0 },
  { from: -1, to: 1 },
  { from: -5, to: 5 },
];
/** All but those that need the mean cross-correlation, whose cost does not grow beyond some thousand events. */
const TESTS = testNames.filter((test) => test !== 'adjustedPatell' && test !== 'adjustedBmp');
const APART = 'parametric and rank tests; the cross-correlation apart';
