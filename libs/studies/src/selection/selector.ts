import type { EventTraits } from './event-traits';
import type { StudySelection } from './study-selection';

/** Whether a selection, its refs resolved to ids, selects a reaction on a date. Assumed day 0s are not its affair. */
export type Selector = (traits: EventTraits, date: string) => boolean;

export function selectorOf(selection: StudySelection): Selector {
  const { includeAmendments, size } = selection;
  const [ofAnnouncement, ofDate] = [announcementSelector(selection), dateSelector(selection)];
  const isSector = among(selection.sectors);
  return (traits, date) =>
    (includeAmendments || traits.order === 0) &&
    ofAnnouncement(traits) &&
    ofDate(date) &&
    (selection.sectors === undefined || traits.sectors.some(isSector)) &&
    (size === undefined || isOfSize(traits.marketCap, size));
}

function announcementSelector(selection: StudySelection): (traits: EventTraits) => boolean {
  const [kinds, roles, timings] = [among(selection.kinds), among(selection.roles), among(selection.timings)];
  const [instruments, announcements] = [among(selection.instruments), among(selection.announcements)];
  const periods = among(selection.periods);
  return ({ kind, role, timing, instrumentId, announcementId, period }) =>
    kinds(kind) &&
    roles(role) &&
    timings(timing) &&
    instruments(instrumentId) &&
    announcements(announcementId) &&
    periods(period);
}

function dateSelector({ from, to }: StudySelection): (date: string) => boolean {
  return (date) => (from === undefined || date >= from) && (to === undefined || date < to);
}

function among(named: readonly string[] | undefined): (value: string | null) => boolean {
  if (named === undefined) return () => true;
  const set = new Set(named);
  return (value) => value !== null && set.has(value);
}

/** A market cap that is not known is of no size. */
function isOfSize(marketCap: number | null, { min = 0, max = Infinity }: NonNullable<StudySelection['size']>): boolean {
  return marketCap !== null && marketCap >= min && marketCap < max;
}
