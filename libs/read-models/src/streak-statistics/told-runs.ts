import type { Run } from '@streakline/dossiers';

/** Why a run is told of. */
export type ToldFor = 'inForce' | 'longestFalling' | 'longestRising' | 'asked';

export interface ToldRun {
  readonly run: Run;
  readonly toldFor: readonly ToldFor[];
}

/** The run that holds a session, if one was asked for; the one in force; the longest of each direction, the last of those as long. */
export function runsToTell(runs: readonly Run[], session: string | undefined): readonly ToldRun[] {
  const chosen: [ToldFor, Run | undefined][] = [
    ['asked', session === undefined ? undefined : runHolding(runs, session)],
    ['inForce', runs.at(-1)?.inForce === true ? runs.at(-1) : undefined],
    ['longestFalling', longest(runs, 'falling')],
    ['longestRising', longest(runs, 'rising')],
  ];
  const told = new Map<Run, ToldFor[]>();
  for (const [reason, run] of chosen) if (run) told.set(run, [...(told.get(run) ?? []), reason]);
  return [...told].map(([run, toldFor]) => ({ run, toldFor }));
}

export function runHolding(runs: readonly Run[], session: string): Run | undefined {
  return runs.find(({ start, end, gaps }) => start <= session && session <= end && !gaps.includes(session));
}

function longest(runs: readonly Run[], direction: Run['direction']): Run | undefined {
  return runs
    .filter((run) => run.direction === direction)
    .reduce<Run | undefined>((best, run) => (best && best.length > run.length ? best : run), undefined);
}
