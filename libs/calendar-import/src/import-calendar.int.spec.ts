import { Announce, type AnnounceBody, AnnouncementsModule } from '@streakline/announcements';
import { establishCalendar, type EstablishOptions, type RawRow, readCalendar } from '@streakline/calendar-files';
import { AnnouncementMade, AnnouncementMeasured, AnnouncementScheduled, type RecordedEvent } from '@streakline/events';
import { InstrumentsModule, ListInstrument } from '@streakline/instruments';
import { type Commands, startCommands } from '@streakline/testing';
import type { CalendarImport } from './calendar-import';
import { importCalendar } from './import-calendar';

/** Noon in New York on Monday, 2026-03-02. */
const now = Date.parse('2026-03-02T17:00:00Z');

let side: Commands;
beforeEach(async () => {
  side = await startCommands(InstrumentsModule, AnnouncementsModule);
  await list('AMZN', 'XNAS', 'Amazon.com, Inc.');
  await list('BRK.B', 'XNYS', 'Berkshire Hathaway Inc.');
});
afterEach(() => side.dispose());

function list(symbol: string, mic: string, name: string) {
  return side.accept(new ListInstrument({ symbol, mic, name, currency: 'USD' }, side.context()));
}

async function imported(text: string, more: Partial<CalendarImport> & EstablishOptions = {}) {
  const rows = text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, fields: line.trim().split(',') }));
  const open: () => AsyncIterable<RawRow> = async function* () {
    yield* rows;
  };
  const layout = await establishCalendar(open, more);
  return importCalendar(readCalendar(open, layout), {
    store: side.made.store,
    execute: side.execute,
    source: 'a calendar',
    kind: 'earnings',
    times: 'timing',
    hasActuals: layout.places.epsActual !== undefined,
    withoutActual: false,
    now,
    ...more,
  });
}

async function recorded(type: { is(event: RecordedEvent): boolean }) {
  const found: RecordedEvent[] = [];
  for await (const events of side.made.store.readAll()) found.push(...events.filter((event) => type.is(event)));
  return found;
}

const announce = async (body: Partial<AnnounceBody>) => {
  const filed: AnnounceBody = {
    kind: 'earnings',
    headline: 'Amazon reports its fourth quarter of 2025',
    subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
    source: 'sec-edgar',
    externalId: '0001018724-26-000002',
    ...body,
  };
  return (await side.accept(new Announce(filed, side.context({ now })))).id;
};

const past = `
  symbol,date,time,epsEstimate,eps,revenue,quarter,year
  AMZN,2026-02-05,amc,1.97,1.95,213.386B,4,2025`;

describe('a calendar goes on record', () => {
  it('as an announcement with its figures, where the report is past', async () => {
    expect(await imported(past)).toMatchObject({ announced: 1, refused: [], notes: [], assumed: 0 });
    const [event, ...others] = await recorded(AnnouncementMade);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      // Public by the end of that day in New York at the latest.
      knownAt: Date.parse('2026-02-06T04:59:59.999Z'),
      data: {
        announcement: {
          source: 'a calendar',
          original: {
            kind: 'earnings',
            headline: 'Amazon.com, Inc. reports its earnings of 2025-Q4',
            moment: { on: '2026-02-05', timing: 'afterClose' },
            period: '2025-Q4',
            measures: [
              {
                metric: 'eps',
                unit: 'USD/share',
                actual: 1.95,
                expected: { value: 1.97, source: 'a calendar' },
              },
              { metric: 'revenue', unit: 'USD', actual: 213_386_000_000 },
            ],
          },
        },
      },
    });
  });

  it('as scheduled, where it is to come', async () => {
    const outcome = await imported('symbol,date,time,estimate\nAMZN,2026-04-30,amc,1.71');
    expect(outcome).toMatchObject({ scheduled: 1, announced: 0, refused: [] });
    const [event] = await recorded(AnnouncementScheduled);
    expect(event).toMatchObject({
      knownAt: now,
      data: { kind: 'earnings', moment: { on: '2026-04-30', timing: 'afterClose' }, source: 'a calendar' },
    });
  });

  it('once, however often it is imported', async () => {
    const both = `${past}\n  AMZN,2026-04-30,amc,1.71,,,1,2026`;
    expect(await imported(both)).toMatchObject({ announced: 1, scheduled: 1 });
    const head = await side.made.store.head();
    const again = await imported(both, { now: now + 86_400_000 });
    expect(again).toMatchObject({ announced: 0, measured: 0, scheduled: 0, onRecord: 2, refused: [] });
    expect(await side.made.store.head()).toBe(head);
  });

  it('row by row where a row is said twice, and where two contradict each other names the other line', async () => {
    const row = 'AMZN,2026-02-05,amc,1.97,1.95,,4,2025';
    const twice = `${past}\n${row}\nAMZN,2026-02-12,amc,1.97,1.95,,4,2025`;
    expect(await imported(twice)).toMatchObject({
      announced: 1,
      onRecord: 1,
      refused: [{ line: 4, code: 'dateContradicts', reason: expect.stringContaining('line 2 says') }],
    });
  });

  it('as more of an announcement that a filing put on record, and not as another one', async () => {
    const id = await announce({ announcedAt: '2026-02-05T21:03:00Z' });
    const outcome = await imported(past);
    expect(outcome).toMatchObject({ announced: 0, measured: 1, refused: [], notes: [] });
    const [event] = await recorded(AnnouncementMeasured);
    expect(event).toMatchObject({
      data: { measured: id, announcement: { original: { measures: [{ metric: 'eps' }, { metric: 'revenue' }] } } },
    });
    expect(await recorded(AnnouncementMade)).toHaveLength(1);
  });

  it('as the same one where the filing came the next morning, and says that the dates differ', async () => {
    const id = await announce({ announcedAt: '2026-02-06T12:00:00Z' });
    expect(await imported(past)).toMatchObject({
      measured: 1,
      notes: [{ line: 2, code: 'dateDiffers', detail: expect.stringContaining(id) }],
    });
  });

  it('beside the announcement of another quarter, or of another kind on the same day', async () => {
    await announce({ announcedAt: '2025-10-30T20:01:00Z' });
    await announce({ kind: 'deal', externalId: 'a deal', announcedAt: '2026-02-05T21:03:00Z' });
    expect(await imported(past)).toMatchObject({ announced: 1, measured: 0 });
  });

  it('beside another deal of the same day, as there may be several', async () => {
    await announce({ kind: 'deal', externalId: 'a deal', announcedAt: '2026-02-05T21:03:00Z' });
    const deals = 'symbol,date,time,kind\nAMZN,2026-02-05,amc,deal';
    expect(await imported(deals)).toMatchObject({ announced: 1 });
    expect(await imported(deals)).toMatchObject({ announced: 0, onRecord: 1 });
  });

  it('corrected figures do not slip in: what contradicts those on record is refused', async () => {
    await imported(past);
    const outcome = await imported(past.replace('1.97,1.95', '1.97,2.01'));
    expect(outcome).toMatchObject({ measured: 0, refused: [{ line: 2, code: 'measureContradicts' }] });
  });
});

describe('dates of a calendar that need a second look', () => {
  it('fall on no session: a part of the day that cannot be is flagged, and day 0 named', async () => {
    // Presidents' Day, a Saturday, and the Friday before.
    const outcome = await imported(`
      symbol,date,time,eps
      AMZN,2026-02-16,amc,1
      BRK.B,2026-02-28,,1
      AMZN,2025-02-14,bmo,1`);
    expect(outcome).toMatchObject({
      announced: 3,
      refused: [],
      assumed: 0,
      notes: [
        {
          line: 2,
          code: 'nonTradingDay',
          detail: expect.stringMatching(/cannot have been afterClose: day 0 is 2026-02-17/),
        },
        { line: 3, code: 'nonTradingDay', detail: expect.stringMatching(/day 0 is 2026-03-02/) },
      ],
    });
    const moments = (await recorded(AnnouncementMade)).map(
      ({ data }) => (data as { announcement: { original: { moment: unknown } } }).announcement.original.moment,
    );
    expect(moments).toContainEqual({ on: '2026-02-16', timing: 'afterClose' });
    expect(moments).toContainEqual({ on: '2026-02-28' });
  });

  it('have no time of day: they are counted as assumed', async () => {
    const outcome = await imported('symbol,date,time,eps\nAMZN,2026-02-05,time-not-supplied,1.95');
    expect(outcome).toMatchObject({ announced: 1, assumed: 1, notes: [] });
  });

  it('have a clock time: the part of the day that it lies in is taken, or the instant where it is said to be exact', async () => {
    const text = 'Symbol,Date,Reported EPS\nAMZN,2026-02-05 16:01:00-05:00,1.95\nBRK.B,2026-02-05 10:30:00-05:00,1';
    await imported(text);
    const moment = ({ data }: RecordedEvent) =>
      (data as { announcement: { original: { moment: unknown } } }).announcement.original.moment;
    expect((await recorded(AnnouncementMade)).map(moment)).toEqual(
      expect.arrayContaining([
        { on: '2026-02-05', timing: 'afterClose' },
        { on: '2026-02-05', timing: 'intraday' },
      ]),
    );
    await imported(text, { times: 'exact', source: 'another one', kind: 'guidance' });
    expect((await recorded(AnnouncementMade)).map(moment)).toContainEqual({ at: '2026-02-05T21:01:00.000Z' });
  });

  it('have a clock that contradicts the words: the words hold, and it is said', async () => {
    const outcome = await imported('symbol,date,time,eps\nAMZN,2026-02-05 17:30:00-05:00,bmo,1.95');
    expect(outcome).toMatchObject({ announced: 1, notes: [{ line: 2, code: 'clockContradictsTiming' }] });
  });

  it('are past, and nothing was reported: such a row may have been put off', async () => {
    const text = 'symbol,date,time,eps\nAMZN,2026-02-05,amc,';
    expect(await imported(text)).toMatchObject({ announced: 0, refused: [{ line: 2, code: 'notReported' }] });
    expect(await imported(text, { withoutActual: true })).toMatchObject({ announced: 1, refused: [] });
    const dates = 'symbol,date,time\nAMZN,2025-10-30,amc';
    expect(await imported(dates)).toMatchObject({ announced: 1, refused: [] });
  });

  it('are to come and already reported: refused', async () => {
    const outcome = await imported('symbol,date,time,eps\nAMZN,2026-04-30,amc,1.95');
    expect(outcome).toMatchObject({ refused: [{ line: 2, code: 'announcedInFuture' }] });
  });

  it('are several to come: without a period only the next one can be on record', async () => {
    const outcome = await imported('symbol,date,time\nAMZN,2026-07-30,amc\nAMZN,2026-04-30,amc');
    expect(outcome).toMatchObject({ scheduled: 1, refused: [{ line: 2, code: 'laterWithoutPeriod' }] });
    const told = await imported('symbol,date,quarter,year\nAMZN,2026-07-30,2,2026\nAMZN,2026-04-30,1,2026');
    expect(told).toMatchObject({ scheduled: 2, refused: [] });
  });

  it('lie outside of what the calendar of the exchange covers', async () => {
    const outcome = await imported('symbol,date,time,eps\nAMZN,1901-02-05,amc,1');
    expect(outcome).toMatchObject({ refused: [{ line: 2, code: 'outsideCoverage' }] });
  });
});

describe('whose a row is', () => {
  it('is found by symbol on whichever exchange has it, as vendors spell it', async () => {
    const outcome = await imported('symbol,date,eps\nAMZN.US,2026-02-05,1\nBRK-B,2026-02-05,1\nNOPE,2026-02-05,1');
    expect(outcome).toMatchObject({
      announced: 2,
      instruments: 2,
      refused: [{ line: 4, code: 'unknownInstrument', reason: expect.stringContaining('NOPE') }],
    });
  });

  it('is asked for where two exchanges have the symbol, and told by --mic or a column', async () => {
    await list('AMZN', 'XLON', 'Another one');
    const row = 'symbol,date,eps\nAMZN,2026-02-05,1';
    expect(await imported(row)).toMatchObject({ refused: [{ code: 'ambiguousSymbol' }] });
    expect(await imported(row, { mic: 'XNAS' })).toMatchObject({ announced: 1 });
    expect(await imported('symbol,exchange,date,eps\nAMZN,LSE,2026-02-05,1')).toMatchObject({ announced: 1 });
    expect(await imported('symbol,exchange,date,eps\nAMZN,MOON,2026-02-05,1')).toMatchObject({
      refused: [{ code: 'unknownExchange' }],
    });
  });

  it('is told for all rows where none names it', async () => {
    const row = 'date,eps\n2026-02-05,1';
    expect(await imported(row)).toMatchObject({ refused: [{ line: 2, code: 'noSymbol' }] });
    expect(await imported(row, { instrument: 'XNAS:AMZN' })).toMatchObject({ announced: 1 });
    expect(await imported(row, { instrument: 'XNAS:NOPE' })).toMatchObject({
      refused: [{ code: 'unknownInstrument' }],
    });
  });
});

it('goes on where it was interrupted', async () => {
  const stop = new AbortController();
  const text = 'symbol,date,eps\nAMZN,2026-02-05,1\nAMZN,2025-10-30,1\nAMZN,2025-07-31,1';
  const first = await imported(text, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(first).toMatchObject({ announced: 1, left: 2 });
  expect(await imported(text)).toMatchObject({ announced: 2, onRecord: 1, left: 0 });
});
