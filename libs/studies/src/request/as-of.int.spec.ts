import { BarsRevised } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { gatherStreaks } from '../streaks/gather-streaks';
import { streakStudyRequestSchema } from '../streaks/streak-study-request';
import { resolveSelection } from '../selection/resolve-refs';
import {
  announced,
  bars,
  drained,
  instrumentOf,
  listed,
  openMarket,
  type Tape,
  type ToldMarket,
} from '../../test/told-market';
import { isRefusal } from '@streakline/event-store';

/** Three hundred sessions; day 0 of the first announcement is the 281st, of the second the 291st. */
const sessions = exchange('XNAS').sessions('2024-01-02', '2025-12-31').slice(0, 300);
const [day0, later] = [sessions[280]!, sessions[290]!];
/** Five sessions after the first day 0, at the close. */
const asked = new Date(exchange('XNAS').hours(sessions[285]!).close).toISOString();

function tapeOf(scale: number, length = sessions.length): Tape {
  let price = 100;
  const close = sessions.map((_, i) => (price *= 1 + (scale * (((i * i + 3 * i) % 11) - 5)) / 500));
  return { sessions: sessions.slice(0, length), close: close.slice(0, length) };
}

/** Everything that was public by `asked`. */
const publicThen = () => [
  ...[...listed('INDEX'), bars('INDEX', tapeOf(1, 286)), ...listed('STOCK', 'INDEX'), bars('STOCK', tapeOf(2, 286))],
  announced('STOCK', 'first', day0),
];

const revision = (publishedAt: string) => {
  const data = { instrumentId: instrumentOf('STOCK'), source: 'vendor', basisAsOf: null, sessions: [day0], close: [1] };
  return BarsRevised.create(data, Date.parse(publishedAt));
};

describe('a study asked at a past moment', () => {
  let past: ToldMarket;
  let present: ToldMarket;
  beforeAll(async () => {
    [past, present] = await Promise.all([openMarket(), openMarket()]);
    await past.tell(...publicThen());
    await present.tell(
      ...[...listed('INDEX'), bars('INDEX', tapeOf(1)), ...listed('STOCK', 'INDEX'), bars('STOCK', tapeOf(2))],
      ...[announced('STOCK', 'first', day0), announced('STOCK', 'second', later)],
      revision('2025-12-01T12:00:00Z'),
    );
  });
  afterAll(() => Promise.all([past.close(), present.close()]));

  const selection = { instruments: ['XNAS:STOCK'] };
  const streaksOf = (market: ToldMarket, asOf?: string) =>
    market.readSide.read({}, async (view) => {
      const input = { selection, primary: { outcome: 'extended' as const }, ...(asOf && { asOf }) };
      const request = streakStudyRequestSchema.parse(input);
      const named = await resolveSelection(view, request.selection);
      if (isRefusal(named)) throw new Error(named.detail);
      const { gathered } = await drained(gatherStreaks(view, { ...request, selection: named }, view.position));
      if (isRefusal(gathered)) throw new Error(gathered.detail);
      return { tapes: gathered.tapes, events: gathered.events };
    });

  it('gathers what it would have gathered then: no later announcement, close or revision', async () => {
    const { gathered: then } = await past.gather({ selection });
    const { gathered: now } = await present.gather({ selection, asOf: asked });
    expect({ ...now, position: 0 }).toEqual({ ...then, position: 0 });
    expect(now.events.length + now.leftOut.length).toBe(1);
    const { gathered: live } = await present.gather({ selection });
    expect(live.events.length + live.leftOut.length).toBe(2);
  });

  it('has a revision from the moment it was published on', async () => {
    const at = async (asOf: string) => (await present.gather({ selection, asOf })).gathered;
    const [before, after] = [await at('2025-12-01T11:59:59Z'), await at('2025-12-01T12:00:00Z')];
    expect(after).not.toEqual(before);
    expect(after).toEqual((await present.gather({ selection })).gathered);
  });

  it('gathers streaks of that moment, too', async () => {
    expect(await streaksOf(present, asked)).toEqual(await streaksOf(past));
    expect((await streaksOf(present)).events).toHaveLength(2);
  });

  it('selects nothing before anything was announced', async () => {
    const { gathered } = await present.gatherOrRefuse({ selection, asOf: '2024-06-03T12:00:00Z' });
    expect(gathered).toMatchObject({ refused: 'invalid', code: 'emptySelection' });
  });
});
