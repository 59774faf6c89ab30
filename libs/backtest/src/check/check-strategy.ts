import { seededRandom } from '@streakline/event-study';
import { bisectLeak } from './bisect-leak';
import type { CheckOptions } from './check-options';
import { cutMoments } from './cut-moments';
import { leakAt, type RunAt, wholeRunOf } from './find-leaks';
import type { CheckReport, Leak } from './leak';
import { momentsOf } from './market-moments';

/**
 * Looks for decisions that rest on the future: runs the strategy on the whole log and on the log cut at many moments, and
 * compares what was decided before each. A strategy that sees only what was known decides the same in both.
 *
 * It finds what differs at the moments cut at; that it finds nothing is no proof. What the log itself says too early no
 * cut can tell: lintMarket does.
 */
export async function checkStrategy(run: RunAt, options: CheckOptions): Promise<CheckReport> {
  const { market, cuts: wanted = 24, seed = 1, atOnce = 1, onProgress, isTimeUp = () => false } = options;
  const moments = momentsOf(market);
  const counter = counted(run);
  const whole = wholeRunOf(await counter.run(null));
  const { failure } = whole.result;
  const span = { from: Date.parse(options.from), to: Math.min(Date.parse(options.to), failure?.at ?? Infinity) };
  const wantedCuts = cutMoments(whole.decisions, moments, { cuts: wanted, seed, ...span });
  const cuts: number[] = [];
  let done = 0;
  const tell = () => onProgress?.({ phase: 'cutting', done, total: wantedCuts.length });
  tell();
  // Not from the first to the last: where the time is up before all are made, those that are made lie all over the replay.
  const found = await inOrder(shuffled(wantedCuts, seed), atOnce, async (at) => {
    if (isTimeUp()) return null;
    cuts.push(at);
    const leak = await leakAt(at, whole, counter.run, moments);
    done++;
    tell();
    return leak;
  });
  const leaks = distinct(found);
  const [earliest] = leaks;
  const bisection = { whole, run: counter.run, market, moments, isTimeUp, onProgress };
  const first = earliest === undefined ? null : await bisectLeak(earliest, bisection);
  return {
    state: first !== null ? 'leaking' : failure !== null ? 'failed' : 'clean',
    decisions: whole.decisions.length,
    ...{ cuts: cuts.sort((a, b) => a - b), cutsLeft: wantedCuts.length - cuts.length },
    ...{ runs: counter.runs(), leaks, first, failure },
  };
}

function shuffled(moments: readonly number[], seed: number): readonly number[] {
  const random = seededRandom(seed);
  return moments
    .map((at) => ({ at, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ at }) => at);
}

function counted(run: RunAt): { run: RunAt; runs: () => number } {
  let runs = 0;
  return {
    run: (asOf) => {
      runs++;
      return run(asOf);
    },
    runs: () => runs,
  };
}

function distinct(found: readonly (Leak | null)[]): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  for (const leak of found) {
    if (leak === null) continue;
    const key = `${leak.moment} ${leak.instrumentId}`;
    if (!leaks.has(key)) leaks.set(key, leak);
  }
  return [...leaks.values()].sort((a, b) => a.moment - b.moment);
}

/** Answers in the order of the items, whichever came first. */
async function inOrder<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) answers[i] = await work(items[i]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return answers;
}
