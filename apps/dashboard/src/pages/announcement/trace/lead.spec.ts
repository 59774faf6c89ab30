import { textOf } from './figured';
import { leadOf } from './lead';

/* The figures of the Amazon case (examples/amazon-2026), which were computed apart from this project. */
const fall = {
  ...{ direction: 'falling' as const, start: '2026-02-03', end: '2026-02-13', inForce: false },
  ...{ length: 9, lengthAtBase: 3, lengthFromDay0: 6, return: -0.1818, returnFromDay0: -0.107324 },
  ...{ marketCapChange: -463.3e9, priceEffect: -472.2e9, shareCountEffect: 8.9e9, marketCapChangeFromDay0: -246.6e9 },
};
const earnings = {
  ...{ assumed: false, day0: '2026-02-06', return: -0.055548, abnormalReturn: -0.0803813 },
  ...{ tStatistic: -5.4483, relation: 'extended' as const, streak: fall, begun: null },
  ...{ resumedOn: null, resumptionReturn: null },
};
const oneDay = { ...fall, length: 1, lengthAtBase: 1, lengthFromDay0: 0, return: -0.012913, marketCapChange: -29.2e9 };
const rise = {
  ...fall,
  direction: 'rising' as const,
  length: 1,
  lengthAtBase: 0,
  return: 0.010004,
  marketCapChange: 22.33e9,
};

const said = (reaction: Parameters<typeof leadOf>[0]) => textOf(leadOf(reaction)).trim();

describe('the lead of a reaction', () => {
  it('tells what day 0 was and how much of the streak came from it on', () => {
    expect(said(earnings)).toBe(
      'Day 0 is Fri 6 Feb 2026: −5.55%, abnormal −8.04% (t −5.45). ' +
        'It extended a fall of 3 sessions to 9; 6 of the 9 came from day 0 on.',
    );
  });

  it('says of a streak in force that it is not over', () => {
    const streak = { ...fall, length: 5, lengthFromDay0: 2, inForce: true };
    expect(said({ ...earnings, streak })).toContain('a fall of 3 sessions to 5 so far; 2 of the 5 came from day 0 on.');
  });

  it('tells what day 0 ended and what it began', () => {
    const deal = {
      ...{ ...earnings, day0: '2026-02-27', return: 0.010004, abnormalReturn: 0.0173685 },
      ...{ tStatistic: 1.1241, relation: 'ended' as const, streak: oneDay, begun: rise },
    };
    expect(said(deal)).toBe(
      'Day 0 is Fri 27 Feb 2026: +1.00%, abnormal +1.74% (t +1.12). It ended a fall of 1 session (−1.29%, ' +
        '−$29.2\u00a0bn) and began a rise of 1 session (+1.00%, +$22.3\u00a0bn).',
    );
  });

  it('tells a run that day 0 began, and one that was none', () => {
    expect(said({ ...earnings, relation: 'began', streak: { ...rise, inForce: true } })).toContain(
      'It began a rise of 1 session: +1.00%, +$22.3\u00a0bn, still in force.',
    );
    expect(said({ ...earnings, relation: 'none', streak: null })).toContain('No run was in force');
  });

  it('leaves out the abnormal figure where there is none', () => {
    expect(said({ ...earnings, abnormalReturn: null, tStatistic: null })).toMatch(
      /^Day 0 is Fri 6 Feb 2026: −5\.55%\. It/,
    );
  });

  it('says that day 0 lies ahead, did not trade, or is outside of the calendar', () => {
    const open = { ...earnings, return: null, relation: null, streak: null };
    expect(said(open)).toBe('Day 0 is Fri 6 Feb 2026, and has no bar yet: its figures come with its close.');
    expect(said({ ...open, resumedOn: '2026-02-10', resumptionReturn: -0.12 })).toBe(
      'Day 0 is Fri 6 Feb 2026: it did not trade. Trading resumed on Tue 10 Feb 2026: −12.00% from the last close before.',
    );
    expect(said({ ...open, day0: null })).toContain("outside the exchange's calendar");
  });

  it('says where day 0 is assumed', () => {
    expect(said({ ...earnings, assumed: true })).toMatch(/^Day 0 is taken to be Fri 6 Feb 2026: −5\.55%/);
  });

  it('never says caused', () => {
    expect(said(earnings)).not.toMatch(/caus|because|due to/i);
  });
});
