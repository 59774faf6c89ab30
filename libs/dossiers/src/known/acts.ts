import type { AnnouncementRecord, Moment } from '@streakline/events';
import type { MarketMoment } from '@streakline/market-time';
import { type Dossier, factsOf } from '../facts/dossier';
import { isWithin } from './capital';
import type { KnownAct } from './known';
import type { Moments } from './moments';
import type { SessionTable } from './session-table';

/**
 * The announcements and amendments in which the instrument is a subject. Of each announcement the version recorded last
 * stands (so a correction voids what it corrects, and a retraction everything), less what was not public yet.
 */
export function actsOf(dossier: Dossier, moments: Moments, table: SessionTable): readonly KnownAct[] {
  const versions = factsOf(dossier, 'announcement').filter(({ position }) => position <= moments.asRecorded);
  const standing = new Map(versions.map((version) => [version.record.id, version]));
  return [...standing.values()]
    .filter(({ record }) => record.retraction === undefined)
    .flatMap(({ record, position }) => actsIn(record, dossier.instrumentId, (moment) => knownActAt(moment, position)))
    .sort((a, b) => a.knownAt - b.knownAt || compare(a.announcementId, b.announcementId) || a.order - b.order);

  function knownActAt(moment: Moment, position: number): { knownAt: number; position: number } | null {
    const fact = { knownAt: publicBy(moment, table), position };
    return isWithin(fact, moments) ? fact : null;
  }
}

/** What an amendment leaves out stays as it was before it. */
function actsIn(
  { id, original, amendments }: AnnouncementRecord,
  instrumentId: string,
  knownActAt: (moment: Moment) => { knownAt: number; position: number } | null,
): readonly KnownAct[] {
  let { headline, subjects, period } = original;
  const acts: KnownAct[] = [];
  [{ ...original, id }, ...amendments].forEach((element, order) => {
    const fact = knownActAt(element.moment);
    if (fact === null) return;
    headline = element.headline ?? headline;
    subjects = element.subjects ?? subjects;
    period = element.period ?? period;
    const subject = subjects.find((one) => 'instrumentId' in one && one.instrumentId === instrumentId);
    if (subject === undefined) return;
    const { id: of, moment, measures = [] } = element;
    const { role } = subject;
    acts.push({
      ...{ of, announcementId: id, order, ...fact, kind: original.kind, headline, role, moment },
      ...{ period: period ?? null, measures },
    });
  });
  return acts;
}

/** When a moment is over wherever the exchange is, epoch milliseconds: the latest instant that it can stand for. */
export function publicBy(moment: Moment, table: SessionTable): number {
  if ('at' in moment) return Date.parse(moment.at);
  const { from, to } = table.exchange.coverage;
  if (moment.on < from || moment.on > to) return table.endOf(moment.on);
  return table.exchange.latestInstant(marketMomentOf(moment));
}

export function marketMomentOf(moment: Moment): MarketMoment {
  if ('at' in moment) return { at: Date.parse(moment.at) };
  return { on: moment.on, ...(moment.timing === undefined ? {} : { timing: moment.timing }) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
