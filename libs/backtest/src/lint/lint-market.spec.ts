import { toldMarket, type ToldInstrument } from '../../test/told-instrument';
import { type DataLint, lintMarket } from '../index';

const SESSIONS = ['2021-03-01', '2021-03-02', '2021-03-03'];
const CLOSES = [10, 11, 12];
/** XNYS closed at 16:00 in New York, five hours behind UTC: 21:00Z. */
const CLOSE_OF_THE_1ST = Date.parse('2021-03-01T21:00:00Z');
const DAY = 86_400_000;

function lint(instruments: readonly ToldInstrument[], recordedAt = CLOSE_OF_THE_1ST, asRecorded = 1_000): DataLint {
  return lintMarket(
    instruments.map((one) => one.packed()),
    { asRecorded, recordedAt: () => recordedAt },
  );
}

describe('the data lint', () => {
  it('finds nothing in bars as traded, known at their closes', () => {
    const told = toldMarket().told('FINE').bars({ sessions: SESSIONS, close: CLOSES });
    expect(lint([told])).toMatchObject({
      instruments: 1,
      bars: 3,
      counts: { knownBeforeClose: 0, basisAfterKnown: 0 },
      findings: [],
      more: 0,
    });
  });

  it('names bars that claim to have been known before their session closed, with instrument, session and position', () => {
    const market = toldMarket();
    const fine = market.told('FINE').bars({ sessions: SESSIONS, close: CLOSES });
    // The close of the 1st is over by then, those of the 2nd and the 3rd are not.
    const early = market.told('EARLY').bars({ sessions: SESSIONS, close: CLOSES, knownAt: '2021-03-02T20:59:59.999Z' });
    const { findings, counts } = lint([fine, early]);
    expect(findings).toEqual([
      {
        ...{ kind: 'knownBeforeClose', severity: 'error', instrumentId: early.instrumentId, ref: 'XNYS:EARLY' },
        ...{ position: 4, session: '2021-03-02', lastSession: '2021-03-03', bars: 2 },
        message: expect.stringMatching(
          /known at 2021-03-02T20:59:59\.999Z, before the session's close at 2021-03-02T21:00:00\.000Z/,
        ),
      },
    ]);
    expect(counts.knownBeforeClose).toBe(2);
  });

  it('finds them also where a later revision has replaced them, since every replay up to it shows them', () => {
    const told = toldMarket().told('EARLY');
    told.bars({ sessions: ['2021-03-01'], close: [10], knownAt: '2021-03-01T15:00:00Z' });
    told.revised('2021-03-01', 11, '2021-04-01T12:00:00Z');
    expect(lint([told]).findings).toMatchObject([{ kind: 'knownBeforeClose', position: 2 }]);
  });

  it('leaves out what was stored after the position asked for', () => {
    const told = toldMarket().told('EARLY').bars({ sessions: SESSIONS, close: CLOSES });
    told.bars({ sessions: ['2021-03-04'], close: [10], knownAt: '2021-03-04T15:00:00Z' });
    expect(lint([told], CLOSE_OF_THE_1ST, 2)).toMatchObject({ bars: 3, findings: [] });
    expect(lint([told], CLOSE_OF_THE_1ST, 3)).toMatchObject({ bars: 4, findings: [{ position: 3 }] });
  });

  it('warns of prices adjusted for splits of later than they were known', () => {
    const told = toldMarket().told('ADJ').bars({ sessions: SESSIONS, close: CLOSES, basisAsOf: '2021-03-02' });
    expect(lint([told]).findings).toMatchObject([
      { kind: 'basisAfterKnown', severity: 'warning', session: '2021-03-01', lastSession: '2021-03-01', bars: 1 },
    ]);
  });

  it('does not warn of adjusted prices that were known only once the splits were', () => {
    const delivery = { sessions: SESSIONS, close: CLOSES, basisAsOf: '2021-03-10', knownAt: '2021-03-10T22:00:00Z' };
    expect(lint([toldMarket().told('LATE').bars(delivery)]).findings).toEqual([]);
  });

  it('puts errors first, and counts those beyond the first hundred', () => {
    const told = toldMarket()
      .told('MANY')
      .bars({ sessions: ['2021-03-01'], close: [10], basisAsOf: '2021-03-05' });
    for (let i = 0; i < 120; i++) told.bars({ sessions: ['2021-03-02'], close: [10], knownAt: '2021-03-02T15:00:00Z' });
    const { findings, more, counts } = lint([told]);
    expect(findings).toHaveLength(100);
    expect(findings[0]).toMatchObject({ kind: 'knownBeforeClose', position: 3 });
    expect([more, counts]).toEqual([21, { knownBeforeClose: 120, basisAfterKnown: 1 }]);
  });
});

describe('the share of facts recorded late', () => {
  const told = () => toldMarket().told('LATE').bars({ sessions: SESSIONS, close: CLOSES });

  it('counts what was stored more than seven days after it was public', () => {
    // A week to the millisecond after the first close is not late; one more is.
    expect(lint([told()], CLOSE_OF_THE_1ST + 7 * DAY).lateness).toEqual({
      ...{ facts: 3, recordedLate: 0, share: 0, afterDays: 7 },
    });
    expect(lint([told()], CLOSE_OF_THE_1ST + 7 * DAY + 1).lateness.recordedLate).toBe(1);
    expect(lint([told()], CLOSE_OF_THE_1ST + 30 * DAY).lateness.share).toBe(1);
  });

  it('counts announcements as well as bars', () => {
    const announced = told().announced('news', { at: '2021-03-01T21:00:00Z' });
    const { facts, recordedLate } = lint([announced], CLOSE_OF_THE_1ST + 8 * DAY).lateness;
    // Eight days after the first close: the 1st's bar and the news are late, the 2nd's bar is seven days old.
    expect([facts, recordedLate]).toEqual([4, 2]);
  });

  it('is null where there are no facts', () => {
    expect(lint([toldMarket().told('NONE')]).lateness).toMatchObject({ facts: 0, share: null });
  });
});
