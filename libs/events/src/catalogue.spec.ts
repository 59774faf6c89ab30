import { z } from 'zod';
import { catalogue } from './catalogue';
import { measureSchema, periodSchema } from './announcement/measure';
import { defineEvent, type EventType } from './event-type';
import type { RecordedEvent } from './recorded-event';

const ins = (digit: string): string => `ins_${digit.repeat(32)}`;
const ANN = `ann_${'a'.repeat(32)}`;
const AMD = `amd_${'d'.repeat(32)}`;
const nvidia = { instrumentId: ins('3'), role: 'rival' };

const original = {
  kind: 'deal',
  headline: 'Amazon and OpenAI become partners',
  moment: { on: '2026-02-27', timing: 'preMarket' },
  subjects: [
    { instrumentId: ins('1'), role: 'issuer' },
    { name: 'OpenAI', role: 'counterparty' },
  ],
  amounts: [{ label: 'first tranche', value: 15e9, currency: 'USD', certainty: 'committed' }],
  sources: [{ url: 'https://example.com/8-k', publishedAt: '2026-02-27T13:49:00Z' }],
  relations: [{ kind: 'expands', to: ANN }],
};
const made = { announcement: { id: ANN, original, amendments: [] }, formerInstruments: [] };
const amendment = { id: AMD, moment: { at: '2026-03-02T14:00:00Z' }, subjects: [nvidia] };
const amended = { ...made, announcement: { ...made.announcement, amendments: [amendment] } };
const eps = { metric: 'eps', basis: 'gaap', unit: 'USD/share', actual: 1.95, prior: 1.86 };
const guidance = { metric: 'revenue', period: '2026-Q1', unit: 'USD', range: { low: 173.5e9, high: 178.5e9 } };
const expected = { value: 1.97, source: 'a survey of analysts', on: '2026-02-05' };
const figures = { period: '2025-Q4', measures: [{ ...eps, expected }, guidance] };
const measured = { ...made, announcement: { ...made.announcement, original: { ...original, ...figures } } };
const bars = { source: 'vendor', basisAsOf: null, sessions: ['2026-02-26', '2026-02-27'], close: [207.92, 210] };
const symbol = { symbol: 'AMZN', mic: 'XNAS', instrumentId: ins('1') };

const ART = `art_${'c'.repeat(32)}`;
const claimed = {
  id: 'c1',
  subject: { instrumentId: ins('1') },
  quotation: { text: 'closed 1% higher on Friday', start: 10, end: 36 },
  direction: 'up',
  span: { is: 'session', on: '2026-02-27' },
  change: {
    ...{ of: 'price', unit: 'fraction', measured: 'close' },
    figure: { value: 0.01, wording: 'plain', resolution: 0.01 },
  },
};
const article = {
  ...{ id: ART, title: 'A deal', url: 'https://example.com/a-deal', reader: 1, textHash: 'ab'.repeat(32) },
  published: { at: '2026-02-27T22:38:27Z' },
  mentions: [
    { name: 'Amazon', instrumentId: ins('1'), by: 'name' },
    { name: 'Nvidia', instrumentId: ins('3'), by: 'ticker', ticker: 'NVDA' },
    { name: 'OpenAI', instrumentId: null, by: 'name' },
  ],
  proposals: [{ id: 'p1', terms: original, quotations: [], state: 'proposed' }],
  claims: [{ claim: claimed, state: 'read' }],
};

/** An example of every type of event, and the keys under which it must be found. */
const examples: Readonly<Record<string, readonly [data: object, keys: readonly string[]]>> = {
  InstrumentListed: [{ ...symbol, name: 'Amazon.com', currency: 'USD', cik: '0001018724' }, [ins('1')]],
  InstrumentRenamed: [{ ...symbol, from: '2026-03-02' }, [ins('1')]],
  SymbolAssigned: [symbol, [ins('1')]],
  SymbolReleased: [{ ...symbol, from: '2026-03-02' }, [ins('1')]],
  SplitRecorded: [{ instrumentId: ins('1'), exDate: '2022-06-06', from: 1, to: 20 }, [ins('1')]],
  DividendRecorded: [{ instrumentId: ins('1'), exDate: '2025-12-19', amount: 1.993 }, [ins('1')]],
  ShareCountRecorded: [
    { instrumentId: ins('1'), countedOn: '2026-01-28', shares: 10_734_920_870, filedOn: '2026-02-06' },
    [ins('1')],
  ],
  ShareClassesRecorded: [
    {
      ...{ instrumentId: ins('1'), from: '2014-04-03', shareClass: 'A' },
      listed: [{ instrumentId: ins('2'), shareClass: 'C' }],
      unlisted: [{ shareClass: 'B', pricedAs: 'A' }],
    },
    [ins('1')],
  ],
  UnitRecorded: [
    { instrumentId: ins('1'), sharesPerUnit: 5, priceUnit: { name: 'GBX', perCurrency: 100 } },
    [ins('1')],
  ],
  ArticleRecorded: [{ article }, [ART, ins('1'), ins('3')]],
  ArticleCorrected: [
    { article: { ...article, claims: [{ claim: claimed, state: 'withdrawn' }] }, changed: ['c1'], reason: 'misread' },
    [ART, ins('1'), ins('3')],
  ],
  BenchmarkAssigned: [{ instrumentId: ins('1'), benchmarkId: ins('2'), role: 'market' }, [ins('1')]],
  InstrumentClassified: [
    { instrumentId: ins('1'), scheme: 'GICS', code: '25503030', name: 'Broadline Retail', from: '2023-03-20' },
    [ins('1')],
  ],
  HaltRecorded: [
    { instrumentId: ins('1'), from: '2026-02-27T15:04:10Z', to: '2026-02-27T15:34:10Z', reason: 'T1' },
    [ins('1')],
  ],
  DelistingRecorded: [
    { instrumentId: ins('1'), lastSession: '2022-10-27', reason: 'acquisition', cashPerShare: 54.2 },
    [ins('1')],
  ],
  // What was handed out has a tape of its own: nothing of it changes.
  DistributionRecorded: [
    {
      ...{ instrumentId: ins('1'), exDate: '2024-04-02', kind: 'spinOff', value: 34.8 },
      received: { instrumentId: ins('2'), perShare: 0.25 },
    },
    [ins('1')],
  ],
  AnnouncementScheduled: [
    { instrumentId: ins('1'), kind: 'earnings', period: '2026-Q1', moment: { on: '2026-04-30', timing: 'afterClose' } },
    [ins('1')],
  ],
  ObservationRecorded: [
    {
      ...{ instrumentId: ins('1'), kind: 'impliedMove', at: '2026-02-05T20:55:00Z' },
      ...{ value: 0.071, unit: 'fraction', source: 'desk' },
    },
    [ins('1')],
  ],
  BarsRecorded: [{ instrumentId: ins('1'), ...bars, volume: [1e6, null] }, [ins('1')]],
  BarsRevised: [{ instrumentId: ins('1'), ...bars }, [ins('1')]],
  AnnouncementMade: [made, [ANN, ins('1')]],
  AnnouncementAmended: [{ ...amended, amendmentId: AMD }, [ANN, AMD, ins('1'), ins('3')]],
  AnnouncementCorrected: [
    { ...made, formerInstruments: [ins('3'), ins('1')], corrected: ANN, reason: 'not a party' },
    [ANN, ins('1'), ins('3')],
  ],
  AnnouncementMeasured: [{ ...measured, measured: ANN }, [ANN, ins('1')]],
  AnnouncementRetracted: [{ ...made, reason: 'a hoax' }, [ANN, ins('1')]],
};

const types = [...catalogue.values()] as unknown as readonly EventType[];

describe('the catalogue', () => {
  it('has an example here for every type', () => {
    expect([...catalogue.keys()].sort()).toEqual(Object.keys(examples).sort());
  });

  describe.each(types.map((type) => [type.name, type] as const))('%s', (name, type) => {
    const [data, keys] = examples[name]!;

    it('takes its example as it is', () => {
      expect(type.schema.parse(data)).toEqual(data);
    });

    it('refuses a field that it does not know', () => {
      expect(type.schema.safeParse({ ...data, surprise: 1 }).success).toBe(false);
    });

    it('is indexed under everything that it concerns, each once', () => {
      expect([...type.keysOf(data)].sort()).toEqual([...keys].sort());
    });

    it('is created with its own name, newest version and keys', () => {
      const created = type.create(data, 1_772_200_140_000);
      expect(created).toEqual({
        type: name,
        typeVersion: type.version,
        data,
        keys: type.keysOf(data),
        knownAt: 1_772_200_140_000,
      });
      expect(type.create(data)).not.toHaveProperty('knownAt');
      expect(types.filter((other) => other.is(created as unknown as RecordedEvent))).toEqual([type]);
    });

    it('has an upcaster from every version before the newest, and no other', () => {
      const versions = Array.from({ length: type.version - 1 }, (_, index) => String(index + 1));
      expect(Object.keys(type.upcasters).sort()).toEqual(versions.sort());
    });
  });
});

describe('announcement events of version 1', () => {
  const changed = types.filter(({ name, version }) => name.startsWith('Announcement') && version === 3);

  it.each(changed.map((type) => [type.name, type] as const))('%s say of figures nothing, as they did', (name, type) => {
    const [data] = examples[name]!;
    const upcast = type.upcasters[1]!(data as never);
    expect(type.schema.parse(upcast)).toEqual(data);
    expect(JSON.stringify(upcast)).not.toContain('measures');
  });
});

describe('announcement events from before sources said where their times come from', () => {
  const changed = types.filter(({ name, version }) => /^Announcement(?!Scheduled)/.test(name) && version > 1);

  it.each(changed.map((type) => [type.name, type] as const))('%s are taken as they stand', (name, type) => {
    const [data] = examples[name]!;
    expect(changed).toHaveLength(5);
    expect(type.schema.parse(type.upcasters[type.version - 1]!(data as never))).toEqual(data);
  });
});

describe('a share count of version 1', () => {
  it("is of the instrument's own class, as it was", () => {
    const type = types.find(({ name }) => name === 'ShareCountRecorded')!;
    const [data] = examples.ShareCountRecorded!;
    expect(type.schema.parse(type.upcasters[1]!(data as never))).toEqual(data);
  });
});

describe('a measure', () => {
  const figure = { metric: 'eps', unit: 'USD/share' };

  it.each([
    ['one figure', { actual: 1.95 }],
    ['the two ends of a range', { range: { low: 1.9, high: 1.9 } }],
  ])('gives %s', (_, values) => {
    expect(measureSchema.parse({ ...figure, ...values })).toEqual({ ...figure, ...values });
  });

  it.each([
    ['no figure', {}],
    ['a figure and a range', { actual: 1.95, range: { low: 1, high: 2 } }],
    ['a range from high to low', { range: { low: 2, high: 1 } }],
    ['a figure that is none', { actual: Number.NaN }],
    ['a metric of two words', { actual: 1, metric: 'earnings per share' }],
    ['a period that nobody has', { actual: 1, period: '2025-Q5' }],
    ['an expectation without a value', { actual: 1, expected: { on: '2026-02-05' } }],
  ])('cannot give %s', (_, values) => {
    expect(measureSchema.safeParse({ ...figure, ...values }).success).toBe(false);
  });

  it.each(['2025', '2025-H2', '2025-Q4', '2026-01', '2026-12'])('may be of %s', (period) => {
    expect(periodSchema.parse(period)).toBe(period);
  });
});

describe('an event type', () => {
  it('cannot be changed by whoever imports it', () => {
    const type = defineEvent({ name: 'Tried', version: 1, schema: z.strictObject({}), keysOf: () => [] });
    expect(() => Object.assign(type, { version: 2 })).toThrow(TypeError);
  });
});
