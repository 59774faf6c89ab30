import type { PlannedAnnouncement } from '@streakline/edgar';
import {
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  type InstrumentId,
} from '@streakline/events';
import { exchangeOfInstrument } from '@streakline/instruments';
import { type Exchange, OutsideCoverageError } from '@streakline/market-time';
import { EDGAR_SOURCE } from './on-record';
import type { Recorder } from './recorder';

const TYPES = [
  AnnouncementMade.name,
  AnnouncementAmended.name,
  AnnouncementCorrected.name,
  AnnouncementMeasured.name,
  AnnouncementRetracted.name,
];

/**
 * Tells of a filing with results whether another source's announcement of the same report is on record: an earnings
 * announcement of the issuer whose day 0 is the same session, or the one before or after. Nobody reports twice within
 * that, so announcing it again would count one report as two. Of other kinds there may be several a day.
 */
export async function sameReport(recorder: Recorder): Promise<(planned: PlannedAnnouncement) => string | undefined> {
  const [first] = recorder.instruments;
  if (first === undefined) return () => undefined;
  const exchange = exchangeOfInstrument(first.state);
  const reports = (await announcementsOf(recorder, first.instrumentId)).filter(
    ({ source, retraction, original }) =>
      source !== EDGAR_SOURCE && retraction === undefined && original.kind === 'earnings',
  );
  return (planned) => {
    if (planned.kind !== 'earnings') return undefined;
    const place = placeOf(planned.moment, exchange);
    const other = reports.find(({ original }) => Math.abs(placeOf(original.moment, exchange) - place) <= 1);
    if (other === undefined) return undefined;
    return `${planned.form} ${planned.accession} of ${planned.filedOn}: the same report is on record as ${other.id}${other.source === undefined ? '' : ` (${other.source})`}, and not announced again.`;
  };
}

async function announcementsOf(
  { store }: Recorder,
  instrumentId: InstrumentId,
): Promise<readonly AnnouncementRecord[]> {
  const records = new Map<string, AnnouncementRecord>();
  for await (const events of store.readRaw({ keys: [instrumentId], types: TYPES })) {
    for (const { json } of events) {
      const { announcement } = JSON.parse(json) as { announcement: AnnouncementRecord };
      records.set(announcement.id, announcement);
    }
  }
  return [...records.values()];
}

/** The place of its day 0 among the exchange's sessions; outside of its calendar a place that is near nothing. */
function placeOf(moment: PlannedAnnouncement['moment'], exchange: Exchange): number {
  try {
    const { day0 } = exchange.dayZero('at' in moment ? { at: Date.parse(moment.at) } : moment);
    return exchange.ordinal(day0);
  } catch (error) {
    if (error instanceof OutsideCoverageError) return Number.NEGATIVE_INFINITY;
    throw error;
  }
}
