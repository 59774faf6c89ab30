import { AnnouncementMade, idOf, ShareClassesRecorded, ShareCountRecorded } from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { openRooms, type Rooms } from '../test/rooms';
import { announcement, bars, listing } from '../test/told';
import { ListReactions } from './announcement-reactions/list-reactions.handler';
import { readModelsMigrations } from './dossiers-projection';
import { GetInstrument } from './instruments/get-instrument.handler';
import { ListMarketCaps } from './market-caps/list-market-caps.handler';
import { ListStreaks } from './price-streaks/list-streaks.handler';
import { GetTimeline } from './timelines/get-timeline.handler';

/*
 * Class A closes at 10, 11, 12, 11 and class C at 20, 20, 21, 19 on January 2, 5, 6 and 7 of 2026; 300 A, 320 C and 50 B,
 * which do not trade and count as A. The company: 350 x A + 320 x C = 9,900, 10,250, 10,920, 9,930.
 */
const [A, C] = [idOf('ins', ['classes', 'A']), idOf('ins', ['classes', 'C'])];
const PAGE = { limit: 100 };
const deal = announcement('deal', {
  moment: { at: '2026-01-05T13:00:00Z' },
  subjects: [{ instrumentId: A, role: 'issuer' }],
});

describe('an issuer of several classes', () => {
  let store: TestStore;
  let rooms: Rooms;
  let beforeC: number;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    const counted = { countedOn: '2025-12-31', filedOn: '2026-01-01' };
    const unlisted = [{ shareClass: 'B', pricedAs: 'A' }];
    beforeC = await rooms.tell(
      listing(A, 'GOOGL'),
      listing(C, 'GOOG'),
      ShareClassesRecorded.create({
        instrumentId: A,
        shareClass: 'A',
        listed: [{ instrumentId: C, shareClass: 'C' }],
        unlisted,
      }),
      ShareClassesRecorded.create({
        instrumentId: C,
        shareClass: 'C',
        listed: [{ instrumentId: A, shareClass: 'A' }],
        unlisted,
      }),
      ShareCountRecorded.create({ instrumentId: A, shares: 300, shareClass: 'A', ...counted }),
      ShareCountRecorded.create({ instrumentId: A, shares: 50, shareClass: 'B', ...counted }),
      AnnouncementMade.create({ announcement: deal, formerInstruments: [] }, Date.parse('2026-01-05T13:00:00Z')),
      bars(A, [10, 11, 12, 11]),
    );
    await rooms.tell(
      ShareCountRecorded.create({ instrumentId: C, shares: 320, ...counted }),
      bars(C, [20, 20, 21, 19]),
    );
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });

  const asOf = '2026-01-31T00:00:00Z';
  describe.each([
    ['at present', {}],
    ['at a past moment', { asOf }],
  ])('%s', (_, at) => {
    it('is worth the same, seen from each class', async () => {
      const caps = async (ref: string) => {
        const { data } = await rooms.ask(new ListMarketCaps(ref, { ...PAGE, ...at }));
        return data.map(({ marketCap, classMarketCap, reason }) => [marketCap, classMarketCap, reason]);
      };
      expect(await caps('XNAS:GOOGL')).toEqual([
        [9_900, 3_000, null],
        [10_250, 3_300, null],
        [10_920, 3_600, null],
        [9_930, 3_300, null],
      ]);
      expect(await caps('XNAS:GOOG')).toMatchObject([
        [9_900, 6_400, null],
        [10_250, 6_400, null],
        [10_920, 6_720, null],
        [9_930, 6_080, null],
      ]);
    });

    it('gains and loses in streaks, the timeline and reactions what all classes do', async () => {
      const { data: streaks } = await rooms.ask(new ListStreaks(A, { ...PAGE, ...at, minLength: 2 }));
      expect(streaks).toMatchObject([{ start: '2026-01-05', marketCapChange: 1_020, priceEffect: 1_020 }]);
      const { data: timeline } = await rooms.ask(new GetTimeline(A, { ...PAGE, ...at }));
      expect(timeline.filter(({ kind }) => kind === 'streak')).toMatchObject([{ marketCapChange: 1_020 }]);
      const { data: reactions } = await rooms.ask(new ListReactions(deal.id, { ...PAGE, ...at }));
      expect(reactions).toMatchObject([
        { day0: '2026-01-05', marketCapChange: 350, streak: { marketCapChange: 1_020 } },
      ]);
    });
  });

  it('has no market cap before the other class was on record', async () => {
    const { data } = await rooms.ask(new ListMarketCaps(A, { ...PAGE, asRecorded: beforeC }));
    expect(data[0]).toMatchObject({ marketCap: null, classMarketCap: 3_000, reason: 'otherClassMissing' });
  });

  it('is told with its classes', async () => {
    const { shareClasses, shareCounts } = await rooms.ask(new GetInstrument(C));
    expect(shareClasses).toMatchObject([{ from: null, shareClass: 'C', listed: [{ instrumentId: A }] }]);
    expect(shareCounts).toMatchObject([{ shares: 320, shareClass: null }]);
  });
});
