import {
  type ArticleClaim,
  ArticleCorrected,
  type ArticleRecord,
  ArticleRecorded,
  type Claim,
  idOf,
  type Moment,
} from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, bars, INDEX, listing } from '../../test/told';
import { readModelsMigrations } from '../dossiers-projection';
import { GetArticle } from './get-article.handler';
import { type ArticleSearch, ListArticles } from './list-articles.handler';

/** ACME closed at 102 on the 6th, then at 100, 98 and 95. */
const threeDown: Claim = {
  id: 'c1',
  subject: { instrumentId: ACME },
  quotation: { text: 'ACME fell three days in a row', start: 10, end: 39 },
  direction: 'down',
  length: { figure: { value: 3, wording: 'plain', resolution: 1 }, unit: 'day' },
};

function article(name: string, published: Moment, others: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    id: idOf('art', ['url', name]),
    title: `About ${name}`,
    url: `https://example.com/${name}`,
    published,
    ...{ textHash: '0'.repeat(64), reader: 1 },
    mentions: [
      { name: 'Acme', instrumentId: ACME, by: 'name' },
      { name: 'Zyntrix', instrumentId: null, by: 'name' },
    ],
    proposals: [],
    claims: [{ claim: threeDown, state: 'read' }],
    ...others,
  };
}

const knownAt = (moment: Moment) => Date.parse('at' in moment ? moment.at : `${moment.on}T23:59:59Z`);
const recorded = (record: ArticleRecord) => ArticleRecorded.create({ article: record }, knownAt(record.published));

describe('articles', () => {
  let store: TestStore;
  let rooms: Rooms;
  let told: number;
  const friday = article(
    'friday',
    { at: '2026-01-09T22:00:00Z' },
    {
      proposals: [
        {
          id: 'p1',
          terms: {
            kind: 'deal',
            headline: 'Acme: deal with Zyntrix',
            moment: { on: '2026-01-09', timing: 'preMarket' },
            subjects: [
              { instrumentId: ACME, role: 'issuer' },
              { name: 'Zyntrix', role: 'counterparty' },
            ],
            ...{ amounts: [], sources: [], relations: [] },
          },
          quotations: [],
          state: 'proposed',
        },
      ],
    },
  );
  const saturday = article('saturday', { on: '2026-01-10' }, { mentions: [], claims: [] });
  const monday = article('monday', { at: '2026-01-12T15:00:00Z' }, { mentions: [], claims: [] });
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), bars(ACME), listing(INDEX, 'IDX'));
    told = await rooms.tell(recorded(monday), recorded(saturday), recorded(friday));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const list = async (search: Partial<ArticleSearch> = {}) =>
    rooms.ask(new ListArticles({ limit: 100, asRecorded: told, ...search }));
  const titles = async (search: Partial<ArticleSearch> = {}) => (await list(search)).data.map(({ title }) => title);

  it('come by the moments at which they appeared, a date before all instants of its day', async () => {
    expect(await titles()).toEqual(['About friday', 'About saturday', 'About monday']);
    expect((await list({ to: '2026-01-10' })).data).toEqual([
      {
        id: friday.id,
        title: 'About friday',
        url: 'https://example.com/friday',
        publishedAt: '2026-01-09T22:00:00Z',
        instruments: ['XNAS:ACME'],
        ...{ claims: 1, proposals: 1 },
      },
    ]);
    expect(await titles({ from: '2026-01-10', to: '2026-01-12T15:00:00Z' })).toEqual(['About saturday']);
    expect(await titles({ instrument: 'XNAS:ACME' })).toEqual(['About friday']);
    expect(await titles({ instrument: 'XNAS:IDX' })).toEqual([]);
  });

  it('come page by page, none twice and none left out', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 1, cursor });
      seen.push(...page.data.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['About friday', 'About saturday', 'About monday']);
  });

  it('show all that was read from them, with the names of the time and the verdicts of the tape', async () => {
    const one = await rooms.ask(new GetArticle(friday.id, { asRecorded: told }));
    expect(one).toMatchObject({
      title: 'About friday',
      mentions: [{ instrument: 'XNAS:ACME' }, { name: 'Zyntrix', instrument: null }],
      proposals: [
        {
          ...{ id: 'p1', kind: 'deal', announcedOn: '2026-01-09', timing: 'preMarket', state: 'proposed' },
          subjects: [
            { instrument: 'XNAS:ACME', role: 'issuer' },
            { name: 'Zyntrix', role: 'counterparty' },
          ],
        },
      ],
      claims: [{ instrument: 'XNAS:ACME', state: 'read', atPublication: { verdict: 'supported' } }],
      position: told,
    });
    expect(one.claims[0]?.now).toEqual(one.claims[0]?.atPublication);
  });

  it('were not there before they appeared, and are answered of the past as they stood', async () => {
    expect(await titles({ asOf: '2026-01-11T00:00:00Z' })).toEqual(['About friday']);
    expect(await rooms.refusal(new GetArticle(monday.id, { asOf: '2026-01-11T00:00:00Z' }))).toBe('unknownArticle');
    expect(await rooms.refusal(new GetArticle(idOf('art', ['none'])))).toBe('unknownArticle');
    const claims: ArticleClaim[] = [{ claim: threeDown, state: 'withdrawn' }];
    const corrected = { ...friday, claims };
    const position = await rooms.tell(
      ArticleCorrected.create({ article: corrected, changed: ['c1'] }, knownAt(friday.published)),
    );
    const stateAt = async (asRecorded: number) =>
      (await rooms.ask(new GetArticle(friday.id, { asRecorded }))).claims.map(({ state, now }) => [
        state,
        now?.verdict,
      ]);
    expect(await stateAt(told)).toEqual([['read', 'supported']]);
    expect(await stateAt(position)).toEqual([['withdrawn', undefined]]);
    expect((await list({ asRecorded: position, to: '2026-01-10' })).data).toMatchObject([{ claims: 0 }]);
  });
});
