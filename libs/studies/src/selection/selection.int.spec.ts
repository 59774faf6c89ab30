import { isRefusal } from '@streakline/event-store';
import { screenNames } from '@streakline/event-study';
import {
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementRetracted,
  idOf,
  InstrumentClassified,
  ShareCountRecorded,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { announced, bars, instrumentOf, listed, openMarket, recordOf, type ToldMarket } from '../../test/told-market';
import type { StudySelection } from './study-selection';

const sessions = exchange('XNAS').sessions('2025-01-02', '2025-06-30');
/** Rises for three sessions, falls for one. */
const close = sessions.map((_, i) => 100 + (i % 4 === 3 ? -1 : i % 4));
const ignored = Object.fromEntries(screenNames.map((name) => [name, 'ignore' as const]));

describe('a selection', () => {
  let market: ToldMarket;
  /** Position before ACME's deal was corrected and its product retracted. */
  let before: number;
  beforeAll(async () => {
    market = await openMarket();
    const acme = instrumentOf('ACME');
    const count = { instrumentId: acme, countedOn: '2025-01-02', shares: 1_000, filedOn: '2025-01-06' };
    const merger = [
      { instrumentId: acme, role: 'acquirer' },
      { instrumentId: instrumentOf('BETA'), role: 'target' },
    ];
    const amended = recordOf('ACME', 'guidance', '2025-03-03', { kind: 'guidance' });
    const amendment = { id: idOf('amd', ['guidance again']), moment: { at: '2025-04-01T12:00:00Z' } };
    await market.tell(
      ...[...listed('INDEX'), ...listed('ACME', 'INDEX'), ...listed('BETA', 'INDEX')],
      ...['INDEX', 'ACME', 'BETA'].map((symbol) => bars(symbol, { sessions, close })),
      ShareCountRecorded.create(count),
      InstrumentClassified.create({ instrumentId: acme, scheme: 'GICS', code: '25', from: '2025-02-01' }),
      announced('ACME', 'earnings', '2025-02-10', { moment: { at: '2025-02-10T21:30:00Z' }, period: '2024-Q4' }),
      announced('ACME', 'early', '2025-01-07'),
      announced('ACME', 'date alone', '2025-02-20', { moment: { on: '2025-02-20' } }),
      announced('ACME', 'merger', '2025-03-20', { kind: 'deal', subjects: merger }),
      AnnouncementMade.create({ announcement: { ...amended, amendments: [amendment] }, formerInstruments: [] }),
      announced('BETA', 'product', '2025-05-05', { kind: 'product' }),
      announced('ACME', 'mistaken', '2025-05-20', { kind: 'deal' }),
    );
    before = await market.tell(announced('BETA', 'hoax', '2025-05-22', { kind: 'funding' }));
    const corrected = recordOf('BETA', 'mistaken', '2025-05-21', { kind: 'leadership' });
    const hoax = recordOf('BETA', 'hoax', '2025-05-22', { kind: 'funding' });
    await market.tell(
      AnnouncementCorrected.create({
        ...{ announcement: corrected, formerInstruments: [acme], corrected: corrected.id, reason: 'another firm' },
      }),
      AnnouncementRetracted.create({
        ...{ announcement: { ...hoax, retraction: { reason: 'a hoax' } }, formerInstruments: [], reason: 'a hoax' },
      }),
    );
  });
  afterAll(() => market.close());

  /** Symbol, headline and day 0 of what a selection selects, whatever screens would say. */
  async function selected(selection: Partial<StudySelection>, position?: number): Promise<readonly string[]> {
    const request = { selection, screens: ignored, benchmark: 'XNAS:INDEX' };
    const { gathered } = await market.gather(request, position);
    return gathered.events
      .map(({ traits }) => `${traits.instrument.slice(5)} ${traits.headline} ${traits.day0}`)
      .sort();
  }

  it('is every reaction on record, where it names nothing', async () => {
    expect(await selected({})).toEqual([
      'ACME date alone 2025-02-20',
      'ACME early 2025-01-07',
      'ACME earnings 2025-02-11',
      'ACME guidance 2025-03-03',
      'ACME merger 2025-03-20',
      'BETA merger 2025-03-20',
      'BETA mistaken 2025-05-21',
      'BETA product 2025-05-05',
    ]);
  });

  it.each<[string, Partial<StudySelection>, readonly string[]]>([
    ['kinds', { kinds: ['product', 'guidance'] }, ['ACME guidance 2025-03-03', 'BETA product 2025-05-05']],
    [
      'instruments',
      { instruments: ['XNAS:BETA'] },
      ['BETA merger 2025-03-20', 'BETA mistaken 2025-05-21', 'BETA product 2025-05-05'],
    ],
    ['announcements', { announcements: [idOf('ann', ['market', 'early'])] }, ['ACME early 2025-01-07']],
    ['roles', { roles: ['target'] }, ['BETA merger 2025-03-20']],
    ['timings', { timings: ['afterClose'] }, ['ACME earnings 2025-02-11']],
    ['periods', { periods: ['2024-Q4'] }, ['ACME earnings 2025-02-11']],
    [
      'sectors, from the date on which they hold',
      { sectors: ['GICS:25'], to: '2025-03-01' },
      ['ACME date alone 2025-02-20', 'ACME earnings 2025-02-11'],
    ],
    ['days 0 from one session up to another', { from: '2025-02-11', to: '2025-02-20' }, ['ACME earnings 2025-02-11']],
    // 1,000 shares at 101 (base 2025-02-10) and at 99 (base 2025-02-19); none is known on 2025-01-06.
    ['sizes', { size: { min: 100_000, max: 101_500 }, kinds: ['earnings'] }, ['ACME earnings 2025-02-11']],
    [
      'amendments too',
      { kinds: ['guidance'], includeAmendments: true },
      ['ACME guidance 2025-03-03', 'ACME guidance 2025-04-01'],
    ],
  ])('can name %s', async (_, selection, expected) => {
    expect(await selected(selection)).toEqual(expected);
  });

  it('selects announcements as they stood at a position, whatever was corrected or retracted since', async () => {
    expect(await selected({ from: '2025-05-20' }, before)).toEqual([
      'ACME mistaken 2025-05-20',
      'BETA hoax 2025-05-22',
    ]);
    expect(await selected({ kinds: ['deal', 'funding'] }, before)).toEqual([
      'ACME merger 2025-03-20',
      'ACME mistaken 2025-05-20',
      'BETA hoax 2025-05-22',
      'BETA merger 2025-03-20',
    ]);
    expect(await selected({ kinds: ['deal', 'funding'] })).toEqual([
      'ACME merger 2025-03-20',
      'BETA merger 2025-03-20',
    ]);
  });

  it('tells what is known of each reaction at its base', async () => {
    const { gathered } = await market.gather({ selection: { timings: ['afterClose'] }, screens: ignored });
    // The closes of 2025-02-06 to 2025-02-10 are 99, 100 and 101.
    expect(gathered.events[0]?.traits).toMatchObject({
      ...{ kind: 'earnings', role: 'issuer', timing: 'afterClose', assumed: false, period: '2024-Q4' },
      ...{ day0: '2025-02-11', baseSession: '2025-02-10', instrument: 'XNAS:ACME', sectors: ['GICS:25'] },
      ...{ marketCap: 101_000, streakAtBase: { direction: 'rising', length: 2 } },
    });
  });

  it('is refused where it selects nothing', async () => {
    const { gathered } = await market.gatherOrRefuse({ selection: { kinds: ['regulatory'] } });
    expect(gathered).toMatchObject({ refused: 'invalid', code: 'emptySelection' });
  });

  it('is refused where it names what is not on record, and points at it', async () => {
    const { gathered } = await market.gatherOrRefuse({ selection: { instruments: ['XNAS:ACME', 'XNAS:GONE'] } });
    if (!isRefusal(gathered)) throw new Error('It was gathered.');
    expect(gathered).toMatchObject({ code: 'unknownInstrument', errors: [{ pointer: '/selection/instruments/1' }] });
    const benchmark = await market.gatherOrRefuse({ selection: {}, benchmark: 'XNAS:GONE' });
    expect(benchmark.gathered).toMatchObject({ errors: [{ pointer: '/benchmark' }] });
    const announcements = [idOf('ann', ['market', 'early']), idOf('ann', ['nobody said this'])];
    const unknown = await market.gatherOrRefuse({ selection: { announcements } });
    expect(unknown.gathered).toMatchObject({
      ...{ code: 'unknownAnnouncement', errors: [{ pointer: '/selection/announcements/1' }] },
    });
  });

  it('is one study however its lists are ordered', async () => {
    const one = await market.gather({
      selection: { kinds: ['product', 'deal'], instruments: ['XNAS:BETA', 'XNAS:ACME'] },
    });
    const other = await market.gather({
      selection: { kinds: ['deal', 'product', 'deal'], instruments: [instrumentOf('ACME'), 'XNAS:BETA'] },
    });
    expect(JSON.stringify(one.request)).toBe(JSON.stringify(other.request));
  });

  it('says how far it is, instrument by instrument', async () => {
    const { progress } = await market.gatherOrRefuse({ selection: {}, screens: ignored });
    expect(progress).toEqual([1, 2].map((done) => ({ phase: 'reading prices', done, total: 2 })));
  });
});
