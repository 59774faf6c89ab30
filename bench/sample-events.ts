import type { NewEvent } from '@streakline/events';

const hex = (value: number) => value.toString(16).padStart(32, '0');

/** An announcement's event of usual size (some 450 bytes of data) with two keys: itself and one of 10,000 instruments. */
export function sampleEvent(index: number): { readonly streamId: string; readonly event: NewEvent } {
  const id = `ann_${hex(index)}`;
  const instrumentId = `ins_${hex((index * 7_919) % 10_000)}`;
  const data = {
    announcement: {
      id,
      original: {
        kind: 'deal',
        headline: `Company ${index} signs a long-term supply agreement with Counterparty ${index % 977}`,
        moment: { at: '2026-02-27T13:00:00Z' },
        subjects: [{ instrumentId, role: 'issuer' }],
        amounts: [{ label: 'total', value: 1_000_000 + index, currency: 'USD', certainty: 'committed' }],
        sources: [{ url: `https://example.com/news/${index}` }],
        relations: [],
      },
      amendments: [],
    },
    formerInstruments: [],
  };
  return {
    streamId: `announcement-${id}`,
    event: {
      type: 'AnnouncementMade',
      typeVersion: 1,
      data,
      keys: [id, instrumentId],
      knownAt: 1_772_197_200_000 + index,
    },
  };
}
