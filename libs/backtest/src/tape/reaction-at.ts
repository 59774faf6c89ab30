import { abnormalOnDay0, benchmarkOn, type Happening, happeningsOf, reactionOf } from '@streakline/dossiers';
import type { InstrumentReaction } from '../strategy/instrument';
import type { Cursor } from './cursor';

/** The cursor of an instrument by its id; undefined where the market has it not. */
export type FindCursor = (instrumentId: string) => Cursor | undefined;

/** The happening of an act (`of`) that is known; undefined where none is. */
export function happeningAt(cursor: Cursor, of: string): Happening | undefined {
  const happenings = happeningsOf(cursor.known);
  for (let i = cursor.acts - 1; i >= 0; i--) if (happenings[i]!.act.of === of) return happenings[i];
  return undefined;
}

/** The reaction as far as both tapes are known at the replay's instant. */
export function reactionAt(cursor: Cursor, happening: Happening, find: FindCursor): InstrumentReaction {
  const { tape } = cursor;
  const reaction = reactionOf(tape, happening);
  const benchmarkId = reaction.day0 === null ? null : benchmarkOn(tape, 'market', reaction.day0);
  const benchmark = benchmarkId === null ? undefined : find(benchmarkId);
  const { abnormalReturn, tStatistic } = abnormalOnDay0(tape, benchmark?.tape ?? null, reaction);
  return { ...reaction, abnormalReturn, tStatistic };
}
