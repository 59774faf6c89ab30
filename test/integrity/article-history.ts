import {
  ArticleCorrected,
  ArticleRecorded,
  type ArticleRecord,
  type Claim,
  idOf,
  type InstrumentId,
  type NewEvent,
} from '@streakline/events';
import type { RandomSource } from './random-source';
import { SESSIONS, type Statement } from './tape-history';

/** One article's life: read, then perhaps read again with other claims, one of them withdrawn. It was published once. */
export function articleStatements(
  random: RandomSource,
  name: string,
  instrumentIds: readonly InstrumentId[],
): readonly Statement[] {
  const on = random.pick(SESSIONS);
  const at = `${on}T${String(random.whole(0, 23)).padStart(2, '0')}:30:00Z`;
  const published = random.chance(0.7) ? { at } : { on };
  const knownAt = Date.parse('at' in published ? at : `${on}T23:59:59.999-12:00`);
  const id = idOf('art', ['url', name]);
  const read = (): ArticleRecord => ({
    ...{ id, title: `On ${name}`, published, textHash: '0'.repeat(64), reader: 1 },
    mentions: [{ name: 'Somebody', instrumentId: random.pick(instrumentIds), by: 'name' }],
    proposals: [],
    claims: claimsOf(random, random.pick(instrumentIds), on).map((claim) => ({ claim, state: 'read' })),
  });
  let record = read();
  const events: NewEvent[] = [ArticleRecorded.create({ article: record }, knownAt)];
  if (random.chance(0.3)) events.push(ArticleRecorded.create({ article: (record = read()) }, knownAt));
  if (random.chance(0.4)) {
    const claims = record.claims.map((told, i) => (i === 0 ? { ...told, state: 'withdrawn' as const } : told));
    events.push(ArticleCorrected.create({ article: { ...record, claims }, changed: ['c1'] }, knownAt));
  }
  return events.map((event) => ({ streamId: `article-${id}`, event }));
}

/** A streak after an announcement, what it cost, a move of some day, and a record. */
function claimsOf(random: RandomSource, instrumentId: InstrumentId, on: string): readonly Claim[] {
  const subject = { instrumentId };
  const direction = random.pick(['up', 'down'] as const);
  const share = {
    value: random.whole(1, 9) / 100,
    wording: random.pick(['plain', 'about'] as const),
    resolution: 0.01,
  };
  return [
    {
      ...{ id: 'c1', subject, direction },
      length: { figure: { value: random.whole(1, 6), wording: 'plain', resolution: 1 }, unit: 'day' },
      relation: {
        is: 'following',
        announcement: { kind: random.pick(['earnings', 'deal']) },
        causal: random.chance(0.2),
      },
    },
    {
      ...{ id: 'c2', subject, direction, span: { is: 'streakOf', claimId: 'c1' } },
      change: { of: 'marketCap', unit: 'fraction', figure: share, measured: 'close' },
    },
    {
      ...{ id: 'c3', subject, direction, span: { is: 'session', on: random.chance(0.5) ? on : random.pick(SESSIONS) } },
      change: { of: 'price', unit: 'fraction', figure: share, measured: random.pick(['close', 'intraday']) },
      record: { of: random.pick(['largestMove', 'lowestClose']), since: random.pick([null, '2024-06', '2024-12-31']) },
    },
  ];
}
