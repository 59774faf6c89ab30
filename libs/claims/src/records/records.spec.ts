import type { Claim } from '@streakline/events';
import { claim, figure, percent, Told } from '../../test/told';
import { judge, type PartVerdict } from '../index';

/* From Friday 2025-01-03 on: a fall of three, a fall of 6% on the 14th, then a fall of two that ends on the 17th. */
const CLOSES = [100, 99, 98, 97, 99, 99, 93.06, 95, 96, 94, 92];
const SESSIONS = new Told('XNAS').sessionsFrom('2025-01-03', CLOSES.length);
const LAST = SESSIONS.at(-1)!;
const EVENING = `${LAST}T23:00:00Z`;
const told = () => new Told('XNAS').closes('2025-01-03', CLOSES);

function partOf(on: Told, one: Claim, part: PartVerdict['part'] = 'record', at = EVENING): PartVerdict | undefined {
  return judge(one, { known: on.known(), published: { at }, claims: [one] }).parts.find((each) => each.part === part);
}

describe('the longest streak since', () => {
  const two = claim(told(), { direction: 'down', length: { figure: figure(2, 1), unit: 'day' } });
  const since = (date: string | null): Claim => ({ ...two, record: { of: 'longestStreak', since: date } });

  it('is contradicted by a longer one, which is named', () => {
    expect(partOf(told(), since('2024'))).toMatchObject({
      verdict: 'contradicted',
      why: `A longer one, 3 sessions, went from ${SESSIONS[1]} to ${SESSIONS[3]}.`,
    });
    expect(partOf(told(), since('2025-01-05'))?.verdict).toBe('contradicted');
  });

  it('is supported where the tape reaches back to the date, and has none after it', () => {
    expect(partOf(told(), since(SESSIONS[4]!))).toMatchObject({ verdict: 'supported', found: { value: 2 } });
  });

  it('is not contradicted by one that was as long', () => {
    const again = new Told('XNAS').closes('2025-01-03', [100, 99, 98, 99, 98, 97]);
    const at = `${again.sessionsFrom('2025-01-03', 6).at(-1)}T23:00:00Z`;
    const record = claim(again, { ...two, record: { of: 'longestStreak', since: SESSIONS[0]! } });
    expect(partOf(again, record, 'record', at)?.verdict).toBe('supported');
  });

  it('is uncheckable where the tape begins later, or where it is of all time', () => {
    const late = new Told('XNAS').closes(SESSIONS[6]!, CLOSES.slice(6));
    expect(partOf(late, since('2006'))).toMatchObject({
      verdict: 'uncheckable',
      missing: `bars back to 2006: the tape begins on ${SESSIONS[6]}`,
    });
    expect(partOf(late, since(null))).toMatchObject({
      verdict: 'uncheckable',
      missing: 'bars from its first session ever on',
    });
  });
});

describe('the largest move since', () => {
  const drop = (since: string): Claim =>
    claim(told(), {
      direction: 'down',
      span: { is: 'session', on: LAST },
      change: percent(2.1, 1),
      record: { of: 'largestMove', since },
    });

  it('is held against every session after the date', () => {
    // 94 to 92 is 2.13%; the 14th fell 6%.
    expect(partOf(told(), drop('2025-01-03'))).toMatchObject({
      verdict: 'contradicted',
      why: `A larger one, 6%, came on ${SESSIONS[6]}.`,
    });
    expect(partOf(told(), drop(SESSIONS[6]!))?.verdict).toBe('supported');
    expect(partOf(told(), drop('2024'))?.verdict).toBe('contradicted');
    expect(partOf(told(), drop(SESSIONS[6]!), 'record', `${LAST}T17:00:00Z`)?.verdict).toBe('uncheckable');
  });

  it('of market value needs a share count all the way', () => {
    const value = { ...drop(SESSIONS[6]!), record: { of: 'largestMarketCapChange', since: SESSIONS[6]! } } as const;
    expect(partOf(told(), value)?.missing).toContain('share counts');
    expect(partOf(told().shareCount('2024-12-31', 1_000, '2025-01-02'), value)?.verdict).toBe('supported');
    const counted = told().shareCount('2024-12-31', 1_000, '2025-01-02');
    expect(partOf(counted, { ...value, record: { ...value.record, since: SESSIONS[1]! } })?.verdict).toBe(
      'contradicted',
    );
  });
});

describe('the highest and the lowest since', () => {
  const at = (of: NonNullable<Claim['record']>['of'], since: string): Claim =>
    claim(told(), { span: { is: 'session', on: LAST }, record: { of, since } });

  it('go by closes', () => {
    expect(partOf(told(), at('lowestClose', '2025-01-03'))?.verdict).toBe('supported');
    expect(partOf(told(), at('highestClose', '2025-01-03'))).toMatchObject({
      verdict: 'contradicted',
      why: `A higher close, 94.00 USD, was seen on ${SESSIONS[9]}.`,
    });
  });

  it('take splits out', () => {
    // Two for one before the last session: 47 is as 94 was, so no lower close than 93.06.
    const split = new Told('XNAS').closes('2025-01-03', [...CLOSES.slice(0, 10), 47]).split(LAST, 1, 2);
    expect(partOf(split, at('lowestClose', '2025-01-03'))?.verdict).toBe('contradicted');
    const lower = new Told('XNAS').closes('2025-01-03', [...CLOSES.slice(0, 10), 46]).split(LAST, 1, 2);
    expect(partOf(lower, at('lowestClose', '2025-01-03'))?.verdict).toBe('supported');
  });

  it('of any moment go by the highs and lows, and are uncheckable where bars lack them', () => {
    const bars = new Told('XNAS').bars(SESSIONS, { close: CLOSES, low: CLOSES.map((close) => close - 1) });
    expect(partOf(bars, at('lowestPrice', '2025-01-03'))?.verdict).toBe('supported');
    expect(partOf(told(), at('lowestPrice', '2025-01-03'))?.missing).toBe(`the low of ${LAST}`);
  });
});

describe('a level', () => {
  const level = (value: number, others: Partial<NonNullable<Claim['level']>> = {}): Claim =>
    claim(told(), {
      span: { is: 'session', on: LAST },
      level: { of: 'close', figure: figure(value, 0.01), relation: 'at', ...others },
    });

  it('is held against the price as traded', () => {
    expect(partOf(told(), level(92), 'level')).toMatchObject({
      verdict: 'supported',
      found: { value: 92, unit: 'USD' },
    });
    expect(partOf(told(), level(92.01), 'level')?.why).toBe(`The close of ${LAST} was 92.00 USD, not 92.01 USD.`);
    expect(partOf(told(), level(91.99, { relation: 'above' }), 'level')?.verdict).toBe('supported');
    expect(partOf(told(), level(92, { relation: 'above' }), 'level')?.verdict).toBe('contradicted');
    expect(partOf(told(), level(92, { currency: 'EUR' }), 'level')?.verdict).toBe('uncheckable');
    expect(partOf(told(), level(92, { of: 'open' }), 'level')?.missing).toBe(`the open of ${LAST}`);
  });

  it('within the session is anything from its low to its high', () => {
    const bars = new Told('XNAS').bars(SESSIONS, {
      close: CLOSES,
      high: CLOSES.map((close) => close + 2),
      low: CLOSES.map((close) => close - 1),
    });
    expect(partOf(bars, level(93.5, { of: 'intraday' }), 'level')?.verdict).toBe('supported');
    expect(partOf(bars, level(94, { of: 'high' }), 'level')?.verdict).toBe('supported');
    expect(partOf(bars, level(93, { of: 'high' }), 'level')?.verdict).toBe('contradicted');
    expect(partOf(bars, level(91, { of: 'low' }), 'level')?.verdict).toBe('supported');
    // Before the close, "closed at" is not held against the close.
    expect(partOf(bars, level(93), 'level', `${LAST}T17:00:00Z`)?.verdict).toBe('supported');
  });

  it('of market value is close times shares', () => {
    const counted = told().shareCount('2024-12-31', 1_000, '2025-01-02');
    const value = level(0, { of: 'marketCap', figure: figure(92_000, 1_000) });
    expect(partOf(counted, value, 'level')?.verdict).toBe('supported');
    expect(partOf(told(), value, 'level')?.verdict).toBe('uncheckable');
  });
});
