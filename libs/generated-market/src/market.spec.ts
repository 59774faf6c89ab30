import { catalogue, type NewEvent, type Terms } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { defaultMarket, type GeneratedInstrument, generateInstruments, marketSessions, planted } from '.';

const options = { ...defaultMarket, instruments: 50, years: 5, announcements: 1_000, seed: 4 };
const sessions = marketSessions(options);
const market = [...generateInstruments(options)];
const companies = market.filter(({ drawn }) => drawn !== null);
const index = market[0]!;

const eventsOf = ({ own, symbol, bars, announcements }: GeneratedInstrument): readonly NewEvent[] => [
  ...own,
  symbol,
  ...bars,
  ...announcements.map(({ made }) => made),
];
/** The fields that are asked for below, of whatever event has them. */
interface Data {
  readonly exDate: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly reason: string;
  readonly lastSession: string;
}
const ofType = <Fields = Data>(instrument: GeneratedInstrument, type: string): readonly Fields[] =>
  eventsOf(instrument)
    .filter((event) => event.type === type)
    .map(({ data }) => data as Fields);
const originalOf = ({ data }: NewEvent): Terms => (data as { announcement: { original: Terms } }).announcement.original;
const momentOf = ({ moment }: Terms) => ('at' in moment ? { at: Date.parse(moment.at) } : moment);

interface Delivery {
  readonly sessions: readonly string[];
  readonly open: readonly number[];
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly close: readonly number[];
}

/** Sessions and columns of all deliveries, as first recorded. */
function tapeOf(instrument: GeneratedInstrument) {
  const deliveries = ofType<Delivery>(instrument, 'BarsRecorded');
  const column = (name: 'open' | 'high' | 'low' | 'close') => deliveries.flatMap((delivery) => delivery[name]);
  const days = deliveries.flatMap((delivery) => delivery.sessions);
  // What came late stands after the rest of its year.
  const order = days.map((_, at) => at).sort((a, b) => (days[a]! < days[b]! ? -1 : 1));
  const sorted = (name: 'open' | 'high' | 'low' | 'close') => {
    const values = column(name);
    return order.map((at) => values[at]!);
  };
  return {
    ...{ days: order.map((at) => days[at]!), open: sorted('open') },
    ...{ high: sorted('high'), low: sorted('low'), close: sorted('close') },
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
function slope(pairs: readonly { x: number; y: number }[]) {
  const [x, y] = [mean(pairs.map((pair) => pair.x)), mean(pairs.map((pair) => pair.y))];
  const xx = pairs.reduce((sum, pair) => sum + (pair.x - x) ** 2, 0);
  const value = pairs.reduce((sum, pair) => sum + (pair.x - x) * (pair.y - y), 0) / xx;
  const rest = pairs.reduce((sum, pair) => sum + (pair.y - y - value * (pair.x - x)) ** 2, 0);
  return { value, error: Math.sqrt(rest / (pairs.length - 2) / xx) };
}
const logReturns = (values: readonly number[]) => values.slice(1).map((value, at) => Math.log(value / values[at]!));

describe('a generated market', () => {
  it('is the same for the same options, and another for another seed', () => {
    const first = (seed: number) => {
      const [, company] = generateInstruments({ ...options, seed });
      return JSON.stringify(eventsOf(company!));
    };
    expect(first(4)).toBe(first(4));
    expect(first(5)).not.toBe(first(4));
  });

  it('holds nothing that its schema would refuse, each event known at an instant and indexed under its keys', () => {
    const wrong = market.flatMap(eventsOf).filter(({ type, typeVersion, data, keys, knownAt }) => {
      const known = catalogue.get(type);
      const fits = known?.version === typeVersion && known.schema.safeParse(data).success;
      return !fits || keys.length === 0 || !Number.isSafeInteger(knownAt);
    });
    expect(wrong).toEqual([]);
  });

  it('makes as many announcements as are asked for', () => {
    const counts = companies.map(({ announcements }) => announcements.length);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1_000);
    const ids = companies.flatMap(({ announcements }) => announcements.map(({ announcementId }) => announcementId));
    expect(new Set(ids).size).toBe(1_000);
  });

  it('trades on sessions alone, each once, from the listing to the last session', () => {
    const open = new Set(exchange('XNYS').sessions(sessions[0]!, sessions.at(-1)!));
    for (const instrument of market) {
      const { days } = tapeOf(instrument);
      expect(days.every((day) => open.has(day))).toBe(true);
      expect(days).toEqual([...new Set(days)].sort());
      const [delisting] = ofType(instrument, 'DelistingRecorded');
      const last = delisting?.lastSession ?? sessions.at(-1) ?? '';
      expect((days.at(-1) ?? '') <= last).toBe(true);
    }
    expect(tapeOf(index).days).toEqual(sessions);
  });

  it('has bars whose open and close lie between low and high, in whole cents', () => {
    for (const instrument of market) {
      const { open, high, low, close } = tapeOf(instrument);
      const wrong = close.filter((price, at) => {
        const inside = low[at]! <= Math.min(price, open[at]!) && high[at]! >= Math.max(price, open[at]!);
        return !inside || Math.abs(price * 100 - Math.round(price * 100)) > 1e-6;
      });
      expect(wrong).toEqual([]);
    }
  });

  it('has all that happens to shares, on sessions with a bar', () => {
    const all = (type: string) =>
      companies.flatMap((company) => ofType(company, type).map((data) => ({ company, data })));
    const daysOf = new Map(companies.map((company) => [company, new Set(tapeOf(company).days)]));
    for (const type of ['SplitRecorded', 'DividendRecorded', 'DistributionRecorded']) {
      expect(all(type).length).toBeGreaterThan(0);
      for (const { company, data } of all(type)) expect(daysOf.get(company)?.has(data.exDate)).toBe(true);
    }
    for (const type of ['HaltRecorded', 'ShareCountRecorded', 'AnnouncementScheduled', 'BarsRevised'])
      expect(all(type).length).toBeGreaterThan(0);
    const reasons = new Set(all('DelistingRecorded').map(({ data }) => data.reason));
    expect([...reasons].sort()).toEqual(expect.arrayContaining(['acquisition', 'performance']));
  });

  it('does not gain or lose by a split, nor by what a share gives', () => {
    for (const company of companies) {
      const { days, close } = tapeOf(company);
      const actions = new Map<string, { factor: number; paid: number }>();
      for (const { exDate, from, to } of ofType(company, 'SplitRecorded'))
        actions.set(exDate, { factor: to / from, paid: 0 });
      for (const { exDate, value } of ofType(company, 'DistributionRecorded'))
        actions.set(exDate, { factor: 1, paid: value });
      for (const [exDate, { factor, paid }] of actions) {
        const at = days.indexOf(exDate);
        // Beyond forty percent even fat tails do not go here; a forgotten 2-for-1 would show as minus fifty.
        expect(Math.abs((close[at]! * factor + paid) / close[at - 1]! - 1)).toBeLessThan(0.4);
      }
    }
  });

  it('knows nothing before it is public', () => {
    for (const company of companies) {
      for (const event of company.bars.filter(({ type }) => type === 'BarsRecorded')) {
        const { sessions: days, knownAt } = event.data as { sessions: string[]; knownAt?: string };
        const { close } = exchange('XNAS').hours(days.at(-1)!);
        if (knownAt === undefined) expect(event.knownAt).toBe(close);
        else expect(event.knownAt).toBeGreaterThan(close);
        if (knownAt !== undefined) expect(event.knownAt).toBe(Date.parse(knownAt));
      }
      for (const { made } of company.announcements) {
        expect(made.knownAt).toBe(exchange('XNAS').latestInstant(momentOf(originalOf(made))));
      }
    }
  });
});

describe('its irregularities', () => {
  const told = (company: GeneratedInstrument) =>
    ofType<{ sessions: readonly string[]; knownAt?: string; basisAsOf: string | null }>(company, 'BarsRecorded');

  it('are bars that come days late, each once, and reports that are put off before their day', () => {
    const late = companies.flatMap((company) => told(company).filter(({ knownAt }) => knownAt !== undefined));
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ sessions: days }) => days.length >= 2 && days.length <= 6)).toBe(true);
    const schedules = companies.map((company) =>
      ofType<{ period: string; moment: { on: string } }>(company, 'AnnouncementScheduled'),
    );
    const moved = schedules.flatMap((its) =>
      its.flatMap((one, at) =>
        its
          .slice(at + 1)
          .filter(({ period }) => period === one.period)
          .map((next) => [one, next] as const),
      ),
    );
    expect(moved.length).toBeGreaterThan(10);
    expect(moved.every(([one, next]) => one.moment.on < next.moment.on)).toBe(true);
  });

  it('are faults only where they are asked for: a bar known at its open, or of a later basis', () => {
    const faulty = [...generateInstruments({ ...options, faults: 2 })];
    const [, first, second] = faulty as [GeneratedInstrument, GeneratedInstrument, GeneratedInstrument];
    const early = told(first).filter(
      ({ sessions: [day], knownAt }) => Date.parse(knownAt ?? '') === exchange('XNAS').hours(day!).open,
    );
    expect(early).toHaveLength(1);
    const adjusted = told(second).filter(({ basisAsOf }) => basisAsOf !== null);
    expect(adjusted).toHaveLength(1);
    expect(adjusted[0]!.basisAsOf! > adjusted[0]!.sessions[0]!).toBe(true);
    const whole = (instrument: GeneratedInstrument) => [...tapeOf(instrument).days].sort();
    expect(whole(first)).toEqual(whole(companies[0]!));
    expect(faulty.slice(3).flatMap(eventsOf)).toEqual(market.slice(3).flatMap(eventsOf));
  });
});

describe('its prices', () => {
  const marketReturns = new Map(
    logReturns(tapeOf(index).close).map((value, at) => [tapeOf(index).days[at + 1]!, value] as const),
  );

  it('follow the index by their betas', () => {
    const estimates = companies.map((company) => {
      const { days, close } = tapeOf(company);
      const pairs = logReturns(close).flatMap((y, at) => {
        const x = marketReturns.get(days[at + 1]!);
        // Splits and the like would swamp the fit.
        return x === undefined || Math.abs(y) > 0.25 ? [] : [{ x, y }];
      });
      return { ...slope(pairs), beta: company.drawn!.company.beta };
    });
    const errors = estimates.map(({ value, error, beta }) => (value - beta) / error);
    expect(Math.abs(mean(errors))).toBeLessThan(0.6);
    expect(mean(errors.map((one) => one ** 2))).toBeLessThan(4);
  });

  it('have fat tails, and calm and loud days in rows', () => {
    const returns = [...marketReturns.values()];
    const centre = mean(returns);
    const squares = returns.map((one) => (one - centre) ** 2);
    const variance = mean(squares);
    expect(mean(squares.map((one) => one ** 2)) / variance ** 2).toBeGreaterThan(3.5);
    const next = mean(squares.slice(1).map((one, at) => (one - variance) * (squares[at]! - variance)));
    expect(next / mean(squares.map((one) => (one - variance) ** 2))).toBeGreaterThan(0.03);
  });

  it('drift on after a report by what was planted, and by nothing before it', () => {
    const around = companies.flatMap((company) => {
      const { days, close, open } = tapeOf(company);
      return company.announcements.flatMap(({ made }) => {
        const original = originalOf(made);
        const { actual = NaN, expected = { value: NaN } } = original.measures?.[0] ?? {};
        if (original.kind !== 'earnings') return [];
        const day0 = days.indexOf(exchange('XNAS').dayZero(momentOf(original)).day0);
        const sum = (from: number, to: number) =>
          Array.from({ length: to - from + 1 }, (_, at) => day0 + from + at).reduce(
            (total, at) => total + Math.log((close[at] ?? NaN) / (open[at] ?? NaN)),
            0,
          );
        const x = (actual - expected.value) / expected.value / planted.surpriseShare;
        const [after, before] = [sum(1, planted.earnings.driftSessions), sum(-20, -1)];
        return Number.isFinite(after) && Number.isFinite(before) ? [{ x, after, before }] : [];
      });
    });
    expect(around.length).toBeGreaterThan(500);
    const after = slope(around.map(({ x, after: y }) => ({ x, y })));
    const before = slope(around.map(({ x, before: y }) => ({ x, y })));
    expect(Math.abs(after.value - planted.earnings.drift) / after.error).toBeLessThan(3);
    expect(after.value / after.error).toBeGreaterThan(3);
    expect(Math.abs(before.value / before.error)).toBeLessThan(3);
  });
});

describe('options of a market', () => {
  it.each([
    [{ instruments: 0 }, 'instruments is 0: give a whole number from 1 to 9999'],
    [{ end: '2025-02-30' }, '"2025-02-30" is not a date'],
    [{ end: '1995-01-01', years: 10 }, 'leaves 1990-01-01 to'],
    [{ seed: -1 }, 'seed is -1'],
    [{ years: 0 }, 'years is 0: give a whole number from 1 to 35'],
    [{ instruments: 3, faults: 4 }, 'faults is 4: give a whole number from 0 to 3'],
  ])('refuse %j, and say what to write', (wrong, message) => {
    expect(() => marketSessions({ ...defaultMarket, ...wrong })).toThrow(message);
  });
});
