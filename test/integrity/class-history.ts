import {
  type InstrumentId,
  type NewEvent,
  ShareClassesRecorded,
  ShareCountRecorded,
  UnitRecorded,
} from '@streakline/events';
import type { RandomSource } from './random-source';
import { SESSIONS, type Statement } from './tape-history';

/** An issuer's second class, now and then listed as another instrument, and units of trading that change on the way. */
export function classStatements(
  random: RandomSource,
  instrumentId: InstrumentId,
  other: InstrumentId,
): readonly Statement[] {
  const events: NewEvent[] = [];
  const from = random.chance(0.5) ? {} : { from: random.pick(SESSIONS) };
  if (random.chance(0.5)) {
    const listed = random.chance(0.3) ? [{ instrumentId: other, shareClass: 'C' }] : [];
    const unlisted = [{ shareClass: 'B', pricedAs: 'A', worth: random.pick([1, 1_500]) }];
    events.push(ShareClassesRecorded.create({ instrumentId, ...from, shareClass: 'A', listed, unlisted }));
    const filed = { countedOn: random.pick(SESSIONS.slice(0, -30)), filedOn: SESSIONS.at(-20)! };
    events.push(
      ShareCountRecorded.create({ instrumentId, shares: random.whole(1_000, 9_000_000), shareClass: 'B', ...filed }),
    );
  }
  if (random.chance(0.3))
    events.push(UnitRecorded.create({ instrumentId, ...from, sharesPerUnit: random.pick([0.5, 5]) }));
  if (random.chance(0.2)) {
    events.push(UnitRecorded.create({ instrumentId, priceUnit: { name: 'GBX', perCurrency: 100 } }));
  }
  return events.map((event) => ({ streamId: `instrument-${instrumentId}`, event }));
}
