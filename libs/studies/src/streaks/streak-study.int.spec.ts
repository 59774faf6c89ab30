import { isRefusal } from '@streakline/event-store';
import { complete, seededRandom } from '@streakline/event-study';
import { exchange } from '@streakline/market-time';
import { amazonMarket } from '../../test/amazon-market';
import { announced, bars, drained, listed, openMarket, type ToldMarket } from '../../test/told-market';
import { type StreakEventRow, streakEventRow } from '../kinds/streak-study/streak-event-row';
import { streakStudyKind } from '../kinds/streak-study/streak-study-kind';
import { gatherStreaks } from './gather-streaks';
import { type StreakStudyRequestInput, streakStudyRequestSchema } from './streak-study-request';
import { type StreakStudyAnswer, streakStudySteps } from './streak-study-steps';

const SYMBOLS = ['AAA', 'BBB', 'CCC'];
const SESSIONS = exchange('XNAS').sessions('2024-01-02', '2025-06-30');
/** Places of sessions before whose open each of the three announces; the last close rests on place 8, the tape ends on 369. */
const ANNOUNCED_AT = [60, 120, 180, 240, 300, 369];

/** Whole cents up, down or unchanged, by a seed. */
function closes(seed: number): readonly number[] {
  const random = seededRandom(seed);
  let cents = 10_000;
  return SESSIONS.map(() => (cents += [-70, 60, 60, -70, 65, -60, 0][random.below(7)]!) / 100);
}

function made() {
  return SYMBOLS.flatMap((symbol, seed) => [
    ...listed(symbol),
    bars(symbol, { sessions: SESSIONS, close: closes(seed) }),
    ...ANNOUNCED_AT.map((at) => announced(symbol, `${symbol} at ${at}`, SESSIONS[at]!)),
    announced(symbol, `${symbol} at 60 once more`, SESSIONS[60]!, { kind: 'product' }),
    announced(symbol, `${symbol} on some day`, SESSIONS[90]!, { moment: { on: SESSIONS[90]! } }),
    announced(symbol, `${symbol} after the tape`, '2025-07-10'),
    announced(symbol, `${symbol} as the tape begins`, SESSIONS[0]!),
  ]);
}

describe('a streak study on the store', () => {
  let market: ToldMarket;
  let position: number;
  beforeAll(async () => {
    market = await openMarket();
    position = await market.tell(...made(), ...amazonMarket());
  });
  afterAll(() => market.close());

  /** Its answer and rows, or the refusal's code. */
  async function study(input: Partial<StreakStudyRequestInput> = {}, at = position) {
    return market.readSide.read({}, async (view) => {
      const asked = { primary: { outcome: 'extended' as const }, permutations: 99, bootstrap: 99, ...input };
      const body = streakStudyRequestSchema.parse({ selection: { instruments: REFS }, ...asked });
      const request = await streakStudyKind.resolve(view, body);
      if (isRefusal(request)) return { code: request.code };
      const { gathered } = await drained(gatherStreaks(view, request, at));
      if (isRefusal(gathered)) return { code: gathered.code };
      const answer = complete(streakStudySteps(gathered, request));
      return isRefusal(answer) ? { code: answer.code } : { answer, rows: gathered.events.map(streakEventRow) };
    });
  }
  const REFS = SYMBOLS.map((symbol) => `XNAS:${symbol}`);
  async function answered(input?: Partial<StreakStudyRequestInput>, at?: number) {
    const said = await study(input, at);
    if (said.answer === undefined) throw new Error(`Refused: ${said.code}`);
    return said as { answer: StreakStudyAnswer; rows: readonly StreakEventRow[] };
  }

  it('names what it left out, and why', async () => {
    const { answer, rows } = await answered();
    expect(answer).toMatchObject({ position, selected: 30, announcements: 18, instruments: 3 });
    expect(answer.leftOut).toEqual({ assumedDay0: 3, outsideCalendar: 0, noBarOnDay0: 3, noBase: 3, sameDay0: 3 });
    const reasons = rows.filter(({ leftOut }) => leftOut !== null).map(({ headline, leftOut }) => [headline, leftOut]);
    expect(reasons).toContainEqual(['AAA at 60 once more', 'sameDay0']);
    expect(reasons).toContainEqual(['CCC after the tape', 'noBarOnDay0']);
  });

  it('counts the relations that the reactions themselves have', async () => {
    const { answer, rows } = await answered();
    for (const row of answer.relations) {
      const its = rows.filter(({ leftOut, directionAtBase }) =>
        leftOut !== null ? false : row.direction === 'any' || (directionAtBase ?? 'none') === row.direction,
      );
      const count = (relation: string) => its.filter((one) => one.relation === relation).length;
      expect(row.n).toBe(its.length);
      expect(row.counts).toEqual({
        ...{ extended: count('extended'), ended: count('ended') },
        ...{ began: count('began'), none: count('none') },
      });
    }
    for (const { direction, lengthAtBase, n } of answer.lengthsAtBase) {
      const its = rows.filter(
        (row) =>
          row.leftOut === null && (row.directionAtBase ?? 'none') === direction && row.lengthAtBase === lengthAtBase,
      );
      expect(its).toHaveLength(n);
    }
  });

  it('follows the runs from day 0 on as the reactions do, unfinished ones among them', async () => {
    const { answer, rows } = await answered({ minMatches: 1 });
    const all = answer.lengths.find(({ direction }) => direction === 'any');
    const used = rows.filter(({ leftOut }) => leftOut === null);
    expect(all?.announced.n).toBe(used.length - answer.unmatched);
    expect(all?.announced.censored).toBe(used.filter(({ unfinished }) => unfinished).length);
    expect(answer.unmatched).toBe(0);
  });

  it('takes assumed day 0s where they are asked for, and only the kinds selected', async () => {
    const all = await answered({ selection: { instruments: REFS, includeAssumed: true } });
    expect(all.answer).toMatchObject({ announcements: 21, leftOut: { assumedDay0: 0 } });
    const some = await answered({ selection: { instruments: REFS, kinds: ['product'] } });
    expect(some.answer).toMatchObject({ selected: 3, announcements: 3 });
    // Its base rate still keeps away from the announcements that are not selected.
    expect(some.answer.baseSessions).toBe(all.answer.baseSessions);
  });

  it('takes no base sessions away for announcements long before or after the tape, only where their windows reach it', async () => {
    const before = { selection: { instruments: ['XNAS:DDD'] }, minMatches: 1 };
    const told = [...listed('DDD'), bars('DDD', { sessions: SESSIONS, close: closes(9) })];
    await market.tell(...told, announced('DDD', 'DDD at 200', SESSIONS[200]!));
    const baseSessions = async () => (await answered(before, Number.MAX_SAFE_INTEGER)).answer.baseSessions;
    const alone = await baseSessions();
    await market.tell(announced('DDD', 'long before', '2019-03-04'), announced('DDD', 'long after', '2026-03-02'));
    expect(await baseSessions()).toBe(alone);
    // Of July 2, two sessions after the tape, the window from -5 on has the tape's last four.
    await market.tell(announced('DDD', 'soon after', '2025-07-02'));
    expect(await baseSessions()).toBe(alone - 4);
  });

  it('tells the Amazon case: the report came upon a falling run of three, which went on for six sessions', async () => {
    const { rows } = await answered({
      selection: { instruments: ['XNAS:AMZN'], kinds: ['earnings'], from: '2026-02-01' },
      primary: { outcome: 'lengthFromDay0', direction: 'falling' },
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ day0: '2026-02-06', directionAtBase: 'falling', lengthAtBase: 3, relation: 'extended', lengthFromDay0: 6 },
      unfinished: false,
    });
    expect(rows[0]?.returnFromDay0).toBeCloseTo(198.79 / 222.69 - 1, 12);
    expect((rows[0]?.marketCapChangeFromDay0 ?? 0) / 1e9).toBeCloseTo(-247, -1);
  });

  it('gives the same answer at its position for ever, whatever is recorded since', async () => {
    const before = await answered();
    await market.tell(
      announced('AAA', 'AAA later', SESSIONS[200]!),
      bars('BBB', { sessions: ['2025-07-01'], close: [1] }),
    );
    expect(await answered()).toEqual(before);
    expect((await answered({}, Number.MAX_SAFE_INTEGER)).answer.announcements).toBe(19);
  });

  it('refuses an empty selection, one with nothing to compare, a ref that names nothing, and a primary that is none', async () => {
    expect(await study({ selection: { kinds: ['leadership'] } })).toEqual({ code: 'emptySelection' });
    expect(await study({ selection: { instruments: REFS, from: '2025-07-09' } })).toEqual({ code: 'nothingToCompare' });
    expect(await study({ selection: { instruments: ['XNAS:NONE'] } })).toEqual({ code: 'unknownInstrument' });
    const parsed = streakStudyRequestSchema.safeParse({ selection: {}, primary: { outcome: 'began' } });
    expect(parsed.error?.issues[0]?.message).toMatch(/Name one of the comparisons that are made: extended\/any/);
    expect(streakStudyRequestSchema.safeParse({ selection: {} }).success).toBe(false);
  });
});
