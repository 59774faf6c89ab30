import type { Claim } from '@streakline/events';
import { claim, figure, percent, Told } from '../../test/told';
import { type ClaimVerdict, judge } from '../index';

/* The week of Monday 2026-01-05. Friday's close is 5.5% lower than Thursday's, its low 8%; the week lost 10%. */
const WEEK = ['2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-12'];
const week = () =>
  new Told().bars(WEEK, {
    close: [105, 104, 103, 101, 100, 94.5, 95.445],
    open: [105, 105, 104, 103, 101, 97, 94],
    high: [106, 105, 104, 103, 101, 98, 96],
    low: [104, 103, 102, 100, 99, 92, 94],
  });
const EVENING = { at: '2026-01-09T22:00:00Z' };
const FRIDAY = { is: 'session', on: '2026-01-09' } as const;

function verdictOf(
  told: Told,
  one: Claim,
  published: { at: string } | { on: string } = EVENING,
  cut = {},
): ClaimVerdict {
  return judge(one, { known: told.known(cut), published, claims: [one] });
}
const partsOf = ({ parts }: ClaimVerdict) =>
  parts.map(({ part, verdict, reading }) => [part, verdict, ...(reading ?? [])].join(' '));

describe('a move in percent', () => {
  const told = week();

  it('is held against the close', () => {
    const down = claim(told, { direction: 'down', span: FRIDAY, change: percent(5.5, 1) });
    expect(verdictOf(told, down).verdict).toBe('supported');
    expect(verdictOf(told, { ...down, change: percent(5, 1) }).parts[1]).toMatchObject({
      verdict: 'contradicted',
      found: { value: expect.closeTo(0.055, 9), unit: 'fraction' },
      why: 'From the close of 2026-01-08 (100) to that of 2026-01-09 (94.5) the price fell 5.50%, not 5%.',
    });
  });

  it('that goes the other way is contradicted as a whole', () => {
    const up = claim(told, { direction: 'up', span: FRIDAY, change: percent(5.5, 1) });
    expect(verdictOf(told, up)).toMatchObject({
      verdict: 'contradicted',
      parts: [{}, { found: { value: expect.closeTo(-0.055, 9) } }],
    });
  });

  it('told of the close, but taken from the low, is contradicted, and the low is named', () => {
    const low = claim(told, { direction: 'down', span: FRIDAY, change: percent(8) });
    const [direction, amount] = verdictOf(told, low).parts;
    expect(direction!.verdict).toBe('supported');
    expect(amount).toMatchObject({ verdict: 'contradicted', elsewhere: { as: 'low', session: '2026-01-09' } });
    expect(amount!.why).toContain('was the low of 2026-01-09, not its close');
  });

  it('of a week, told as a day, is contradicted, and the week is named', () => {
    const ten = claim(told, { direction: 'down', span: FRIDAY, change: percent(10) });
    expect(verdictOf(told, ten).parts[1]).toMatchObject({ verdict: 'contradicted', elsewhere: { as: 'week' } });
    const range = { is: 'range', from: '2026-01-05', to: '2026-01-11' } as const;
    expect(verdictOf(told, { ...ten, span: range }).verdict).toBe('supported');
  });

  it('of somebody else whom the article names is contradicted, and whose it was is named', () => {
    const known = new Told('XNYS', 'other').closes('2026-01-08', [50, 46.5]).known();
    const seven = claim(told, { direction: 'down', span: FRIDAY, change: percent(7) });
    const others = [{ name: 'XNYS:OTHER', known }];
    const verdict = judge(seven, { known: told.known(), published: EVENING, claims: [seven], others });
    expect(verdict.parts[1]!.elsewhere).toMatchObject({ as: 'otherInstrument', instrument: 'XNYS:OTHER' });
    expect(verdict.parts[1]!.why).toContain('A move of -7% is what XNYS:OTHER gave on 2026-01-09.');
  });

  it('of another day is contradicted, and that day is named', () => {
    const thursday = claim(told, { direction: 'down', span: FRIDAY, change: percent(1.0, 1) });
    expect(verdictOf(told, thursday).parts[1]!.elsewhere).toMatchObject({ as: 'sessionBefore', session: '2026-01-08' });
  });

  it('on a day without a session contradicts the date, and leaves nothing to hold the figure against', () => {
    const saturday = claim(told, { direction: 'down', span: { is: 'session', on: '2026-01-03' }, change: percent(1) });
    expect(partsOf(verdictOf(told, saturday))).toEqual([
      'direction uncheckable',
      'span contradicted',
      'amount uncheckable',
    ]);
  });

  it('"as much as" within the day is the extreme of the day', () => {
    const intraday = { ...percent(8, 0, 'upTo'), measured: 'intraday' } as const;
    const asMuchAs = claim(told, { direction: 'down', span: FRIDAY, change: intraday });
    expect(verdictOf(told, asMuchAs).verdict).toBe('supported');
    const six = { ...intraday, figure: figure(0.06, 0.01, 'upTo') };
    expect(partsOf(verdictOf(told, { ...asMuchAs, change: six }))).toContain('amount contradicted');
  });

  it('without dates is of the day of the article, or of the last session that had closed', () => {
    const down = claim(told, { direction: 'down', change: percent(5.5, 1) });
    expect(verdictOf(told, down).verdict).toBe('supported');
    expect(verdictOf(told, down, { at: '2026-01-11T12:00:00Z' }).verdict).toBe('supported');
    expect(verdictOf(told, down, { at: '2026-01-12T13:00:00Z' }).verdict).toBe('supported');
  });

  it('since a date runs from the last close by then to the last before the article', () => {
    const since = claim(told, { direction: 'down', span: { is: 'since', from: '2026-01-04' }, change: percent(10) });
    expect(verdictOf(told, since).verdict).toBe('supported');
    const { evidence } = verdictOf(told, since);
    expect(evidence.closes.map(({ session }) => session)).toEqual(['2026-01-02', '2026-01-09']);
  });

  it('over the past days counts sessions and calendar days, and says where they disagree', () => {
    // Monday evening: three sessions back is Wednesday's 101, three calendar days back Friday's 94.5.
    const span = { is: 'lastSessions', sessions: 3, unit: 'day' } as const;
    const three = claim(told, { direction: 'down', span, change: percent(5.5, 1) });
    const monday = { at: '2026-01-12T22:00:00Z' };
    expect(partsOf(verdictOf(told, three, monday))).toEqual([
      ...['direction supported sessions', 'direction contradicted calendarDays'],
      ...['amount supported sessions', 'amount contradicted calendarDays'],
    ]);
    const bySession = { is: 'lastSessions', sessions: 3 } as const;
    expect(verdictOf(told, { ...three, span: bySession }, monday).verdict).toBe('supported');
  });
});

describe('before the close of its day', () => {
  const told = week();
  const NOON = { at: '2026-01-09T17:00:00Z' };

  it('a move is held against the low and the high alone, never against the later close', () => {
    const six = claim(told, { direction: 'down', span: FRIDAY, change: percent(6) });
    expect(verdictOf(told, six, NOON).verdict).toBe('supported');
    expect(verdictOf(told, { ...six, change: percent(9) }, NOON).parts[1]).toMatchObject({
      verdict: 'contradicted',
      found: { low: expect.closeTo(0.02, 9), high: expect.closeTo(0.08, 9) },
    });
  });

  it('nothing could be checked at the time: the bar was not known yet', () => {
    const six = claim(told, { direction: 'down', span: FRIDAY, change: percent(6) });
    const then = verdictOf(told, six, NOON, { asOf: Date.parse(NOON.at) });
    expect(then.verdict).toBe('uncheckable');
    expect(then.parts[1]!.missing).toBe('the bar of 2026-01-09');
  });

  it('"as much as" may still have grown', () => {
    const four = { ...percent(4, 0, 'upTo'), measured: 'intraday' } as const;
    expect(verdictOf(told, claim(told, { direction: 'down', span: FRIDAY, change: four }), NOON).verdict).toBe(
      'supported',
    );
  });

  it('where only the date of the article is known, both readings are admissible, and named where they differ', () => {
    const six = claim(told, { direction: 'down', span: FRIDAY, change: percent(7) });
    expect(partsOf(verdictOf(told, six, { on: '2026-01-09' }))).toEqual([
      'direction supported',
      'amount contradicted atClose',
      'amount supported withinSession',
    ]);
  });

  it('of an article known by its date the sessions before it had closed for sure', () => {
    const thursday = claim(told, { direction: 'down', span: { is: 'session', on: '2026-01-08' }, change: percent(1) });
    expect(partsOf(verdictOf(told, thursday, { on: '2026-01-09' }))).toEqual([
      'direction supported',
      'amount supported',
    ]);
    const six = claim(told, { direction: 'down', span: FRIDAY, change: percent(5.5, 1) });
    const afterClose = { on: '2026-01-09', timing: 'afterClose' } as const;
    expect(verdictOf(told, six, afterClose).readings.map(({ reading }) => reading)).toEqual([[], []]);
  });

  it('without a low and a high nothing is left to hold it against', () => {
    const bare = new Told().closes('2026-01-08', [100, 95]);
    const five = claim(bare, { direction: 'down', span: FRIDAY, change: percent(5) });
    expect(verdictOf(bare, five, NOON).parts[1]!.missing).toBe('the low and the high of 2026-01-09');
  });
});

describe('hours outside of the sessions', () => {
  const extended = { ...percent(6), measured: 'extendedHours' } as const;

  it('are uncheckable from daily bars', () => {
    const told = week();
    const up = claim(told, { direction: 'up', span: FRIDAY, change: extended });
    const verdict = verdictOf(told, up, { at: '2026-01-09T23:00:00Z' });
    expect(verdict.verdict).toBe('uncheckable');
    expect(verdict.parts[1]!.missing).toContain('extendedHoursPrice');
  });

  it('are held against observations on record', () => {
    // 100.17 is 6% above the close of 94.5.
    const told = week().observed('2026-01-09T22:30:00Z', 100.17);
    const up = claim(told, { direction: 'up', span: FRIDAY, change: extended });
    const published = { at: '2026-01-09T23:00:00Z' };
    expect(verdictOf(told, up, published).verdict).toBe('supported');
    expect(
      verdictOf(told, { ...up, change: { ...extended, figure: figure(0.09, 0.01) } }, published).parts[1]!.verdict,
    ).toBe('contradicted');
    expect(verdictOf(told, up, { at: '2026-01-09T22:29:00Z' }).verdict).toBe('uncheckable');
  });
});

describe('a return over an ex-date', () => {
  // The close falls from 100 to 98 on the ex-date of a dividend of 2: -2% in price, 0% with the dividend.
  const told = new Told().closes('2026-01-08', [100, 98]).dividend('2026-01-09', 2);

  it('is supported as price return and contradicted with dividends, both named', () => {
    const two = claim(told, { direction: 'down', span: FRIDAY, change: percent(2) });
    expect(partsOf(verdictOf(told, two))).toEqual([
      ...['direction supported priceReturn', 'direction contradicted totalReturn'],
      ...['amount supported priceReturn', 'amount contradicted totalReturn'],
    ]);
  });
});
