import { type Reacted, streakWords } from './words';

const fall = {
  ...{ direction: 'falling' as const, start: '2026-02-03', end: '2026-02-13', inForce: false },
  ...{ length: 9, lengthAtBase: 3, lengthFromDay0: 6 },
};
const rise = { ...fall, direction: 'rising' as const, length: 1, lengthAtBase: 0, lengthFromDay0: 1 };

function reacted(changed: Partial<Reacted>): Reacted {
  return {
    announcement: { id: 'ann_1', kind: 'earnings', headline: '', certainty: 'exact', amendments: 0 },
    instrument: {
      ...{ id: 'ins_1', ref: 'XNAS:AMZN', symbol: 'AMZN', mic: 'XNAS', name: 'Amazon', currency: 'USD' },
      timeZone: 'America/New_York',
    },
    ...{ role: 'issuer', timing: 'afterClose', assumed: false, baseSession: '2026-02-05', day0: '2026-02-06' },
    ...{ complete: true, return: 0, totalReturn: 0, benchmark: null, benchmarkReturn: null, abnormalReturn: null },
    ...{ tStatistic: null, marketCapChange: null, relation: 'extended', streak: fall, begun: null, resumedOn: null },
    ...{ resumptionReturn: null, notes: 0 },
    ...changed,
  };
}

describe('what an announcement did to the streak, in words', () => {
  it.each<[string, Partial<Reacted>]>([
    ['extended a fall of 3 to 9', {}],
    ['extended a fall of 3 to 9 so far', { streak: { ...fall, inForce: true } }],
    ['ended a fall of 9', { relation: 'ended' }],
    ['ended a fall of 9, began a rise of 1 so far', { relation: 'ended', begun: { ...rise, inForce: true } }],
    ['began a rise of 1', { relation: 'began', streak: rise }],
    ['unchanged, with no run in force', { relation: 'none', streak: null }],
    ['day 0, Fri 6 Feb 2026, has no close yet', { relation: null, streak: null }],
    ['no trading on day 0; resumed Mon 9 Feb 2026', { relation: null, streak: null, resumedOn: '2026-02-09' }],
    ['outside of the calendar', { relation: null, streak: null, day0: null }],
  ])('%s', (words, changed) => {
    expect(streakWords(reacted(changed))).toBe(words);
  });
});
