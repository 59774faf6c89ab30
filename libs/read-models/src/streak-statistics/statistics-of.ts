import { type Known, runsOf } from '@streakline/dossiers';
import {
  type BySign,
  chancesSentenceOf,
  countSigns,
  runLengthsOf,
  runsTest,
  sentenceOf,
  type SignCounts,
} from '@streakline/streak-statistics';
import { RunOdds } from './chances';
import { movesOf } from './streak-counts.rows';
import type { StreakStatisticsAnswer } from './streak-statistics.answers';
import { runsToTell, type ToldRun } from './told-runs';

/** An instrument's streak statistics; `all` are the counts of every instrument scanned. */
export async function statisticsOf(
  known: Known,
  name: string,
  all: readonly SignCounts[] | null,
  session: string | undefined,
): Promise<StreakStatisticsAnswer> {
  const moves = movesOf(known);
  const counts = countSigns(moves);
  const [falling, unchanged, rising] = counts.pairs.map(byName) as [Shares, Shares, Shares];
  const odds = new RunOdds(counts, all);
  const runs: StreakStatisticsAnswer['runs'][number][] = [];
  for (const told of runsToTell(runsOf(known), session)) runs.push(await tell(name, told, odds));
  return {
    instrument: name,
    instrumentId: known.instrumentId,
    from: known.sessions[0] ?? null,
    to: known.sessions.at(-1) ?? null,
    sessions: counts.sessions,
    closes: byName(counts.moves),
    after: { falling, unchanged, rising },
    lengths: {
      falling: runLengthsOf(moves, -1),
      rising: runLengthsOf(moves, 1),
      both: runLengthsOf(moves),
    },
    runsTest: runsTest(moves),
    runs,
  };
}

type Shares = StreakStatisticsAnswer['closes'];

function byName([falling, unchanged, rising]: BySign): Shares {
  return { falling, unchanged, rising };
}

async function tell(
  name: string,
  { run, toldFor }: ToldRun,
  odds: RunOdds,
): Promise<StreakStatisticsAnswer['runs'][number]> {
  const { direction, start, end, length, inForce, longestSince } = run;
  const chances = await odds.of(direction, length);
  const { sameDirection, eitherDirection, anyInstrument } = chances.independent;
  return {
    ...{ toldFor, direction, start, end, length, inForce, return: run.return, longestSince },
    sentence: sentenceOf(name, run),
    chances,
    chancesSentence: chancesSentenceOf(run, {
      ...{ sessions: chances.sessions, sameDirection, eitherDirection },
      anyInstrument: anyInstrument?.independent ?? null,
      instruments: chances.instruments ?? 0,
    }),
  };
}
