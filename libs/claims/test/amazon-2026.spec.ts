import type { Claim } from '@streakline/events';
import { claimReport, type ClaimVerdict, judge } from '../src';
import { amazon, claim, figure, percent } from './told';

/*
 * The figures were computed apart from this project, from the tape of two vendors and the share counts of filed covers:
 * -463.3 billion dollars over the nine sessions, -246.6 after the report.
 */
const told = amazon();
const PUBLISHED = { at: '2026-02-27T22:38:27Z' };
const REPORT = { kind: 'earnings', on: '2026-02-05' } as const;

const streak = claim(told, {
  id: 'c1',
  direction: 'down',
  length: { figure: figure(9, 1), unit: 'day' },
  relation: { is: 'following', announcement: REPORT, causal: false },
});
const value = claim(told, {
  id: 'c2',
  direction: 'down',
  span: { is: 'streakOf', claimId: 'c1' },
  change: {
    ...{ of: 'marketCap', unit: 'currency', currency: 'USD', measured: 'close' },
    figure: figure(450e9, 1e9, 'moreThan'),
  },
});
const friday = claim(told, {
  id: 'c3',
  direction: 'up',
  span: { is: 'session', on: '2026-02-27' },
  change: percent(1),
});

const verdictOf = (one: Claim, cut = {}): ClaimVerdict =>
  judge(one, { known: told.known(cut), published: PUBLISHED, claims: [streak, value, friday] });
const partsOf = ({ parts }: ClaimVerdict) =>
  parts.map(({ part, verdict, reading }) => [part, verdict, ...(reading ?? [])].join(' '));

describe.each([
  ['now', {}],
  ['at publication', { asOf: Date.parse(PUBLISHED.at) }],
])('the Amazon article, judged %s', (_, cut) => {
  it('is right about nine falling sessions, and wrong that they followed the report: three came before', () => {
    const verdict = verdictOf(streak, cut);
    expect(verdict.verdict).toBe('partly');
    expect(partsOf(verdict)).toEqual(['direction supported', 'length supported', 'relation contradicted']);
    const [, length, relation] = verdict.parts;
    expect(length!.found).toEqual({ value: 9, unit: 'session' });
    expect(length!.why).toContain('2026-02-03 to 2026-02-13 (242.96 to 198.79)');
    expect(relation!.why).toBe(
      '3 of 9 sessions (2026-02-03, 2026-02-04, 2026-02-05) came before day 0, 2026-02-06, the first session that could react.',
    );
  });

  it('is right about more than 450 billion dollars over the nine sessions, and wrong for what followed the report', () => {
    const verdict = verdictOf(value, cut);
    expect(verdict.verdict).toBe('partly');
    expect(partsOf(verdict)).toEqual([
      'direction supported',
      'amount supported wholeStreak',
      'amount contradicted afterAnnouncement',
    ]);
    const [, whole, after] = verdict.parts;
    expect(billions(whole!.found)).toBeCloseTo(463.3, 1);
    expect(billions(after!.found)).toBeCloseTo(246.6, 1);
  });

  it('is right by either share count: 472.2 billion by the old one', () => {
    const by = verdictOf(value, cut).readings.filter(
      ({ part, reading }) => part === 'amount' && reading.includes('countBefore'),
    );
    expect(by.map(({ found }) => Math.round(billions(found) * 10) / 10)).toEqual([472.2, 255.5]);
  });

  it('is right about 1% on the Friday', () => {
    const verdict = verdictOf(friday, cut);
    expect(partsOf(verdict)).toEqual(['direction supported', 'amount supported']);
    expect(verdict.verdict).toBe('supported');
    expect(verdict.evidence.closes.map(({ session, close }) => [session, close])).toEqual([
      ['2026-02-26', 207.92],
      ['2026-02-27', 210],
    ]);
  });
});

describe('the evidence', () => {
  it('names the sessions, the closes, the share counts, the announcement and the rules', () => {
    const { evidence } = verdictOf(value);
    expect(evidence.sessions).toMatchObject({ to: '2026-02-27' });
    expect(evidence.shareCounts.map(({ countedOn, shares }) => [countedOn, shares])).toEqual([
      ['2025-10-22', 10_690_216_011],
      ['2026-01-28', 10_734_920_870],
    ]);
    expect(evidence.announcements).toMatchObject([{ baseSession: '2026-02-05', day0: '2026-02-06', assumed: false }]);
    expect(evidence.rules).toContain('"more than": strictly more');
  });
});

describe('the report', () => {
  it('says in one sentence what is wrong, and what is right', () => {
    expect(claimReport(streak, verdictOf(streak))).toEqual({
      claim: 'down, 9 days in a row',
      verdict: 'partly',
      why: 'the order in time is contradicted: 3 of 9 sessions (2026-02-03, 2026-02-04, 2026-02-05) came before day 0, 2026-02-06, the first session that could react; the length is supported: The closes show 9 sessions falling in a row, 2026-02-03 to 2026-02-13 (242.96 to 198.79).',
    });
  });
});

it('cannot tell whether it was the longest since 2006: the tape begins in 2025', () => {
  const record = claim(told, { ...streak, id: 'c4', record: { of: 'longestStreak', since: '2006' } });
  const verdict = judge(record, { known: told.known(), published: PUBLISHED, claims: [] });
  expect(verdict.parts.find(({ part }) => part === 'record')).toMatchObject({
    verdict: 'uncheckable',
    missing: 'bars back to 2006: the tape begins on 2025-01-02',
  });
});

function billions(found: ClaimVerdict['parts'][number]['found']): number {
  return found !== null && 'value' in found ? found.value / 1e9 : Number.NaN;
}
