import {
  ArticleCorrected,
  ArticleRecorded,
  type ArticleClaim,
  type ArticleRecord,
  BarsRevised,
  type Claim,
  idOf,
} from '@streakline/events';
import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, announcement, bars, CLOSES, INDEX, listing, made } from '../../test/told';
import { type ClaimSearch, ListClaims } from './list-claims.handler';

const rising = CLOSES.map((_, i) => 100 + i);
const EVENING = '2026-01-09T22:00:00Z';

/** ACME closed at 102 on the 6th, then at 100, 98 and 95. */
const threeDown: Claim = {
  id: 'c1',
  subject: { instrumentId: ACME },
  direction: 'down',
  length: { figure: { value: 3, wording: 'plain', resolution: 1 }, unit: 'day' },
};
const wrongClose: Claim = {
  id: 'c2',
  subject: { instrumentId: ACME },
  span: { is: 'session', on: '2026-01-09' },
  level: { of: 'close', figure: { value: 94, wording: 'plain', resolution: 1 }, relation: 'at' },
};
const ofPrivate: Claim = { ...threeDown, id: 'c3', subject: { name: 'Private Ltd' } };

function article(name: string, claims: readonly Claim[], at = EVENING): ArticleRecord {
  return {
    id: idOf('art', ['url', name]),
    title: `About ${name}`,
    url: `https://example.com/${name}`,
    published: { at },
    ...{ textHash: '0'.repeat(64), reader: 1, mentions: [], proposals: [] },
    claims: claims.map((claim): ArticleClaim => ({ claim, state: 'read' })),
  };
}

const recorded = (record: ArticleRecord) =>
  ArticleRecorded.create({ article: record }, Date.parse('at' in record.published ? record.published.at : EVENING));

describe('claims', () => {
  let store: TestStore;
  let rooms: Rooms;
  let told: number;
  const evening = article('evening', [threeDown, wrongClose, ofPrivate]);
  const later = article('later', [{ ...threeDown, subject: { instrumentId: INDEX } }], '2026-01-15T22:00:00Z');
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), bars(ACME), listing(INDEX, 'IDX'), bars(INDEX, rising));
    told = await rooms.tell(recorded(later), recorded(evening));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (search: Partial<ClaimSearch>) => rooms.ask(new ListClaims({ limit: 100, asRecorded: told, ...search }));
  const briefly = async (search: Partial<ClaimSearch>) =>
    (await ask(search)).data.map(
      ({ article: { title }, claim: { id }, now, instrument }) => `${title} ${id} ${instrument} ${now?.verdict}`,
    );

  it('come by the moments of their articles, each with its verdict', async () => {
    expect(await briefly({})).toEqual([
      'About evening c1 XNAS:ACME supported',
      'About evening c2 XNAS:ACME contradicted',
      'About evening c3 null uncheckable',
      'About later c1 XNAS:IDX contradicted',
    ]);
  });

  it('say why in a sentence, and rest on the events that delivered the bars', async () => {
    const [first, second] = (await ask({ instrument: 'XNAS:ACME' })).data;
    expect(first?.now?.why).toBe('The closes show 3 sessions falling in a row, 2026-01-07 to 2026-01-09 (102 to 95).');
    expect(second?.now?.why).toBe('The close of 2026-01-09 was 95.00 USD, not 94.00 USD.');
    expect(first?.now?.evidence).toMatchObject({ closes: { length: 4 }, positions: [2] });
    expect(first?.atPublication).toEqual(first?.now);
  });

  it('can be asked for by the announcement that their verdict rests on', async () => {
    const report = announcement('report', { moment: { on: '2026-01-06', timing: 'afterClose' } });
    const relation = { is: 'following' as const, announcement: { announcementId: report.id }, causal: false };
    const after = { ...threeDown, id: 'c4', relation };
    const position = await rooms.tell(made(report), recorded(article('of the report', [threeDown, after])));
    const found = await ask({ announcement: report.id, asRecorded: position });
    expect(found.data.map(({ claim }) => claim.id)).toEqual(['c4']);
    expect(found.data[0]?.now?.evidence.announcements).toMatchObject([{ announcementId: report.id }]);
    expect(await ask({ announcement: report.id, instrument: 'XNAS:IDX', asRecorded: position })).toMatchObject({
      data: [],
    });
    expect(await rooms.refusal(new ListClaims({ limit: 1, announcement: 'ann_none' }))).toBe('unknownAnnouncement');
    expect(await rooms.refusal(new ListClaims({ limit: 1, announcement: report.id, asOf: '2026-01-06' }))).toBe(
      'unknownAnnouncement',
    );
  });

  it('can be asked for by instrument, article, verdict and part', async () => {
    expect(await briefly({ instrument: 'XNAS:IDX' })).toEqual(['About later c1 XNAS:IDX contradicted']);
    expect(await briefly({ article: later.id })).toHaveLength(1);
    expect(await briefly({ verdict: 'supported' })).toEqual(['About evening c1 XNAS:ACME supported']);
    expect(await briefly({ part: 'level' })).toEqual(['About evening c2 XNAS:ACME contradicted']);
    expect(await briefly({ part: 'length', verdict: 'contradicted' })).toEqual([
      'About later c1 XNAS:IDX contradicted',
    ]);
    expect(await rooms.refusal(new ListClaims({ limit: 1, instrument: 'XNAS:NONE' }))).toBe('unknownInstrument');
  });

  it('come page by page, also from within an article', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ limit: 1, cursor });
      seen.push(...page.data.map(({ article: { title }, claim }) => `${title} ${claim.id}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['About evening c1', 'About evening c2', 'About evening c3', 'About later c1']);
  });

  it('come each once from more articles of one moment than a page reads', async () => {
    const names = Array.from({ length: 210 }, (_, i) => `one of many ${i}`);
    const many = names.map((name) => recorded(article(name, [ofPrivate], '2026-01-20T22:00:00Z')));
    const position = await rooms.tell(...many);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 6; pages++) {
      const page = await ask({ asRecorded: position, cursor });
      seen.push(...page.data.map(({ article: { title } }) => title).filter((title) => title.includes('of many')));
      cursor = page.nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    expect(cursor).toBeUndefined();
    expect(seen.sort()).toEqual(names.map((name) => `About ${name}`).sort());
  });

  it('are unheard of before their article appeared', async () => {
    expect(await briefly({ asOf: '2026-01-09T21:59:59Z' })).toEqual([]);
    expect(await briefly({ asOf: '2026-01-10' })).toHaveLength(3);
  });

  it('of a date alone are judged by what was known at its end', async () => {
    const dated = { ...article('dated', [wrongClose]), published: { on: '2026-01-09' } };
    const position = await rooms.tell(recorded(dated));
    const { data } = await ask({ article: dated.id, asRecorded: position });
    expect(data[0]?.article.publishedOn).toBe('2026-01-09');
    expect(data[0]?.atPublication?.verdict).toBe('contradicted');
  });

  it('keep the verdict at publication when a bar is revised later, and have another one now', async () => {
    const data = { instrumentId: ACME, source: 'vendor', basisAsOf: null, sessions: ['2026-01-09'], close: [94] };
    const position = await rooms.tell(BarsRevised.create(data, Date.parse('2026-01-20T12:00:00Z')));
    const after = await ask({ article: evening.id, asRecorded: position });
    expect(after.data.map(({ atPublication, now }) => [atPublication?.verdict, now?.verdict])).toEqual([
      ['supported', 'supported'],
      ['contradicted', 'supported'],
      ['uncheckable', 'uncheckable'],
    ]);
    expect(await briefly({ article: evening.id, verdict: 'contradicted' })).toHaveLength(1);
  });

  it('are no longer listed once withdrawn, but were, when asked at an earlier position', async () => {
    const claims = evening.claims.map((told) =>
      told.claim.id === 'c2' ? { ...told, state: 'withdrawn' as const } : told,
    );
    const change = { article: { ...evening, claims }, changed: ['c2'], reason: 'misread' };
    const position = await rooms.tell(ArticleCorrected.create(change, Date.parse(EVENING)));
    expect(await briefly({ article: evening.id, asRecorded: position })).toHaveLength(2);
    expect(await briefly({ article: evening.id })).toHaveLength(3);
  });
});
