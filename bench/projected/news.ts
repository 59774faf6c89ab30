import { AnnouncementMade, idOf, type InstrumentId, type NewEvent, ShareCountRecorded } from '@streakline/events';

const at = (session: string) => Date.parse(`${session}T21:05:00Z`);

/** A share count for each quarter of a tape. */
export function counted(instrumentId: InstrumentId, sessions: readonly string[]): readonly NewEvent[] {
  return sessions
    .filter((_, index) => index % 63 === 0)
    .map((session, index) => {
      const data = { instrumentId, countedOn: session, shares: 1_000_000_000 + index * 1_000_000, filedOn: session };
      return ShareCountRecorded.create(data, at(session));
    });
}

/** Announcements spread over a tape, each the size of a real one with two sums and two sources. */
export function announced(instrumentId: InstrumentId, sessions: readonly string[], count: number): readonly NewEvent[] {
  const step = Math.floor(sessions.length / (count + 1));
  return Array.from({ length: count }, (_, index) => {
    const session = sessions[(index + 1) * step] ?? '';
    const instant = new Date(at(session)).toISOString();
    const externalId = `${instrumentId.slice(4, 14)}-26-${String(index).padStart(6, '0')}`;
    const announcement = {
      id: idOf('ann', ['bench', externalId]),
      source: 'sec-edgar',
      externalId,
      original: {
        kind: 'earnings' as const,
        headline: `The company reports its quarter ${index} and what it plans to invest in the year to come`,
        moment: { at: instant },
        subjects: [{ instrumentId, role: 'issuer' }],
        amounts: [
          { label: 'Net sales of the quarter', value: 1e9 + index, currency: 'USD', certainty: 'committed' as const },
          { label: 'Capital expenditure', value: 2e9 + index, currency: 'USD', certainty: 'forecast' as const },
        ],
        sources: [
          { url: `https://www.example.com/filings/${externalId}.htm`, publisher: 'SEC EDGAR' },
          { url: `https://www.example.com/news/${externalId}.html`, publisher: 'The company' },
        ],
        relations: [],
      },
      amendments: [],
    };
    return AnnouncementMade.create({ announcement, formerInstruments: [] }, at(session));
  });
}
