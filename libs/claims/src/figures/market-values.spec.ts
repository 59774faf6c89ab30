import { type Known, withClasses } from '@streakline/dossiers';
import type { Claim } from '@streakline/events';
import { claim, figure, Told } from '../../test/told';
import { type ClaimVerdict, judge } from '../index';

const EVENING = { at: '2026-01-09T22:00:00Z' };
const FRIDAY = { is: 'session', on: '2026-01-09' } as const;

const verdictOf = (told: Told, one: Claim): ClaimVerdict =>
  judge(one, { known: told.known(), published: EVENING, claims: [one] });
const partsOf = ({ parts }: ClaimVerdict) =>
  parts.map(({ part, verdict, reading }) => [part, verdict, ...(reading ?? [])].join(' '));

describe('market value', () => {
  // 1,000 shares until the filing of the 8th, 1,010 from the 9th on: 100,000 to 95,950 by the counts in force.
  const counted = new Told()
    .closes('2026-01-07', [100, 100, 95])
    .shareCount('2025-12-01', 1_000, '2025-12-10')
    .shareCount('2026-01-05', 1_010, '2026-01-08');
  const lost = (value: number, wording: 'plain' | 'moreThan' = 'plain'): Claim =>
    claim(counted, {
      direction: 'down',
      span: FRIDAY,
      change: {
        of: 'marketCap',
        unit: 'currency',
        currency: 'USD',
        figure: figure(value, 10, wording),
        measured: 'close',
      },
    });

  it('is held against the counts in force, and either count at both ends', () => {
    const { readings } = verdictOf(counted, lost(4_050));
    expect(readings.filter(({ part }) => part === 'amount').map(({ found }) => found)).toEqual([
      { value: expect.closeTo(4_050, 6), unit: 'USD' },
      { value: expect.closeTo(5_000, 6), unit: 'USD' },
      { value: expect.closeTo(5_050, 6), unit: 'USD' },
    ]);
  });

  it('is partly true where only one count bears it out, and that count is named', () => {
    expect(partsOf(verdictOf(counted, lost(5_000)))).toEqual([
      ...['direction supported', 'amount contradicted countsInForce', 'amount supported countBefore'],
    ]);
    expect(verdictOf(counted, lost(4_000, 'moreThan')).verdict).toBe('supported');
    expect(partsOf(verdictOf(counted, lost(6_000)))).toEqual(['direction supported', 'amount contradicted']);
  });

  it('without a share count is uncheckable, and the count is what is missing', () => {
    const told = new Told().closes('2026-01-08', [100, 95]);
    const without: Claim = { ...lost(5_000), subject: { instrumentId: told.instrumentId } };
    expect(verdictOf(told, without).parts[1]!.missing).toContain('a share count');
  });

  it('in another currency is not converted', () => {
    const euros: Claim = { ...lost(5_000), change: { ...lost(5_000).change!, currency: 'EUR' } };
    expect(verdictOf(counted, euros).parts[1]).toMatchObject({ verdict: 'uncheckable', missing: 'a tape in EUR' });
  });
});

describe('the market value of an issuer with two classes', () => {
  // Class A loses 5,000 (1,000 shares), class B wins 4,000 (2,000 shares): the company loses 1,000 of 200,000.
  const classB = new Told('XNYS', 'B').closes('2026-01-08', [50, 52]).shareCount('2025-12-01', 2_000, '2025-12-10');
  const classA = new Told('XNYS', 'A')
    .closes('2026-01-08', [100, 95])
    .shareCount('2025-12-01', 1_000, '2025-12-10')
    .withClassB(classB);
  const lost = (value: number): Claim =>
    claim(classA, {
      direction: 'down',
      span: FRIDAY,
      change: { of: 'marketCap', unit: 'currency', currency: 'USD', figure: figure(value, 10), measured: 'close' },
    });
  const judged = (value: number, others: ReadonlyMap<string, Known>) =>
    judge(lost(value), { known: withClasses(classA.known(), others), published: EVENING, claims: [] });
  const both = new Map([[classB.instrumentId, classB.known()]]);

  it("is the company's or the class's, and says by which reading a figure is true", () => {
    expect(partsOf(judged(1_000, both))).toEqual([
      'direction supported',
      'amount supported company',
      'amount contradicted class',
    ]);
    expect(partsOf(judged(5_000, both))).toEqual([
      'direction supported',
      'amount contradicted company',
      'amount supported class',
    ]);
  });

  it("is uncheckable while the other class's tape is missing: one class does not pass for the company", () => {
    expect(judged(5_000, new Map()).parts[1]).toMatchObject({
      verdict: 'uncheckable',
      missing: 'a bar and a share count of every class on 2026-01-08',
    });
  });
});

describe('prices in hundredths of the currency', () => {
  const told = new Told().closes('2026-01-08', [500, 480]).inPence();
  const fell = (value: number, resolution: number, currency?: string): Claim =>
    claim(told, {
      direction: 'down',
      span: FRIDAY,
      change: {
        ...{ of: 'price', unit: 'currency', figure: figure(value, resolution), measured: 'close' },
        ...(currency === undefined ? {} : { currency }),
      },
    });

  it('are held against figures in either unit, and against no third one', () => {
    expect(verdictOf(told, fell(20, 1, 'USX')).verdict).toBe('supported');
    expect(verdictOf(told, fell(20, 1)).verdict).toBe('supported');
    expect(verdictOf(told, fell(0.2, 0.01, 'USD')).verdict).toBe('supported');
    expect(partsOf(verdictOf(told, fell(20, 1, 'USD')))).toContain('amount contradicted');
    expect(verdictOf(told, fell(20, 1, 'EUR')).verdict).toBe('uncheckable');
  });
});
