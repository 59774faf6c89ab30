import type { AnnouncementRecord, InstrumentId, Subject } from '@streakline/events';
import type { Exchange } from '@streakline/market-time';

/** The subjects after all amendments, or after those before `amendmentId` and itself. */
export function subjectsInForce(
  { original, amendments }: AnnouncementRecord,
  amendmentId?: string,
): readonly Subject[] {
  const last = amendmentId === undefined ? amendments.length : amendments.findIndex(({ id }) => id === amendmentId) + 1;
  return amendments.slice(0, last).findLast(({ subjects }) => subjects !== undefined)?.subjects ?? original.subjects;
}

/** The exchanges on which the listed ones among the subjects trade, each once. */
export function exchangesIn(
  subjects: readonly Subject[],
  exchanges: ReadonlyMap<InstrumentId, Exchange>,
): readonly Exchange[] {
  const found = subjects.flatMap((subject) =>
    'instrumentId' in subject ? (exchanges.get(subject.instrumentId) ?? []) : [],
  );
  return [...new Set(found)];
}
