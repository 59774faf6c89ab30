import { BarsRecorded, BarsRevised, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { BarBody, RecordBarsBody } from './record-bars.command';
import { type DeliveryToDecide, recordBarsDecider } from './record-bars.decider';

const instrumentId = idOf('ins', ['amazon']);
const splits = [{ exDate: '2022-06-06', from: 1, to: 20 }];
const at = (instant: string) => Date.parse(instant);
const deliver = (
  bars: readonly BarBody[],
  others: Partial<RecordBarsBody> = {},
  now = '2026-03-01T12:00:00Z',
): DeliveryToDecide => ({
  instrumentId,
  exchange: exchange('XNAS'),
  splits,
  delistings: [],
  now: at(now),
  said: { source: 'vendor', basis: 'raw', ...others, bars: [...bars] },
});
const thursday = { session: '2026-02-05', open: 225, high: 226.5, low: 221, close: 222.69 };
const friday = { session: '2026-02-06', close: 210.32 };
const fridayOnRecord = BarsRecorded.create({
  instrumentId,
  source: 'vendor',
  basisAsOf: null,
  sessions: ['2026-02-06'],
  close: [210.32],
});

describe('recording a delivery of bars', () => {
  it('holds them ascending, in columns, known at the close of the last', () => {
    given(recordBarsDecider)
      .when(deliver([friday, thursday]))
      .thenSays(
        BarsRecorded.create(
          {
            instrumentId,
            source: 'vendor',
            basisAsOf: null,
            sessions: ['2026-02-05', '2026-02-06'],
            open: [225, null],
            high: [226.5, null],
            low: [221, null],
            close: [222.69, 210.32],
          },
          at('2026-02-06T21:00:00Z'),
        ),
      );
  });

  it('is known when it was published, where that is said', () => {
    const [event] = given(recordBarsDecider).when(deliver([friday], { knownAt: '2026-02-10T00:00:00Z' })).events;
    expect(event).toMatchObject({ knownAt: at('2026-02-10T00:00:00Z'), data: { knownAt: '2026-02-10T00:00:00.000Z' } });
  });

  it('adjusts to the last session of the delivery where no other is named', () => {
    const [event] = given(recordBarsDecider).when(deliver([friday, thursday], { basis: 'splitAdjusted' })).events;
    expect(event).toMatchObject({ data: { basisAsOf: '2026-02-06' } });
  });

  it('becomes several events where it is long', () => {
    const sessions = exchange('XNAS').sessions('2005-01-03', '2024-12-31');
    const { events } = given(recordBarsDecider).when(deliver(sessions.map((session) => ({ session, close: 10 }))));
    const counts = events.map((event) => (event.data as { sessions: string[] }).sessions.length);
    expect(counts).toEqual([2500, 2500, sessions.length - 5000]);
  });

  it('again, whole or in part, was said before', () => {
    given(recordBarsDecider, fridayOnRecord)
      .when(deliver([friday]))
      .thenSaidBefore();
  });

  it('again with more figures records both together', () => {
    const [event] = given(recordBarsDecider, fridayOnRecord).when(deliver([{ ...friday, volume: 5 }])).events;
    expect(event).toMatchObject({
      type: 'BarsRecorded',
      data: { sessions: ['2026-02-06'], close: [210.32], volume: [5] },
    });
  });

  it('says nothing of the sessions that are known already', () => {
    const [event, ...others] = given(recordBarsDecider, fridayOnRecord).when(deliver([thursday, friday])).events;
    expect(event).toMatchObject({ data: { sessions: ['2026-02-05'] } });
    expect(others).toEqual([]);
  });

  it('that contradicts what is known is refused, naming the session, the field and the way out', () => {
    const { detail } = given(recordBarsDecider, fridayOnRecord)
      .when(deliver([thursday, { ...friday, close: 210.33 }]))
      .thenRefused('conflict', 'barContradicts', '/bars/1/close');
    expect(detail).toBe(
      '2026-02-06: the close 210.33 contradicts 210.32 on record. Send "revises": true if the delivery replaces what is on record.',
    );
  });

  it('cannot add a figure that does not fit those on record', () => {
    const { detail } = given(recordBarsDecider, BarsRecorded.create({ ...fridayOnRecord.data, high: [211] }))
      .when(deliver([{ ...friday, open: 212 }]))
      .thenRefused('conflict', 'barContradicts', '/bars/0/open');
    expect(detail).toContain('together with what is on record the open 212 is above the high 211');
  });
});

describe('bars of another basis', () => {
  const raw = { session: '2022-06-03', close: 2447, volume: 4_884_100 };
  const onRecord = BarsRecorded.create({
    instrumentId,
    source: 'a',
    basisAsOf: null,
    sessions: [raw.session],
    close: [raw.close],
    volume: [raw.volume],
  });
  const adjusted = { basis: 'splitAdjusted', basisAsOf: '2022-06-06' } as const;

  it('are compared as traded, to half a cent of the more adjusted price', () => {
    given(recordBarsDecider, onRecord)
      .when(deliver([{ ...raw, close: 122.35, volume: 97_682_000 }], adjusted))
      .thenSaidBefore();
    given(recordBarsDecider, onRecord)
      .when(deliver([{ ...raw, close: 122.355, volume: 97_682_000 }], adjusted))
      .thenSaidBefore();
    given(recordBarsDecider, onRecord)
      .when(deliver([{ session: raw.session, close: 122.36 }], adjusted))
      .thenRefused('conflict', 'barContradicts', '/bars/0/close');
  });

  it('are compared exactly where no split lies between', () => {
    given(recordBarsDecider, fridayOnRecord)
      .when(deliver([friday], { basis: 'splitAdjusted' }))
      .thenSaidBefore();
    given(recordBarsDecider, fridayOnRecord)
      .when(deliver([{ ...friday, close: 210.324 }], { basis: 'splitAdjusted' }))
      .thenRefused('conflict', 'barContradicts', '/bars/0/close');
  });

  it('add their figures on the basis of what is on record', () => {
    const [event] = given(recordBarsDecider, onRecord).when(
      deliver([{ session: raw.session, open: 123, high: 124, low: 122, close: 122.35 }], adjusted),
    ).events;
    expect(event?.data).toMatchObject({
      basisAsOf: null,
      open: [2460],
      high: [2480],
      low: [2440],
      close: [2447],
      volume: [4_884_100],
    });
  });

  it('that revise replace the whole bar on their own basis', () => {
    const [event] = given(recordBarsDecider, onRecord).when(
      deliver([{ session: raw.session, close: 122 }], { ...adjusted, revises: true }),
    ).events;
    expect(event?.data).toMatchObject({ basisAsOf: '2022-06-06', close: [122], volume: [97_682_000] });
  });
});

describe('revising bars', () => {
  const revision = (close: number, others: Partial<RecordBarsBody> = {}) =>
    deliver([{ ...friday, close }], { revises: true, ...others });
  const revised = BarsRevised.create({ ...fridayOnRecord.data, close: [210.4] }, at('2026-02-20T00:00:00Z'));

  it('replaces what differs, known when it is recorded, and leaves the rest alone', () => {
    given(
      recordBarsDecider,
      fridayOnRecord,
      BarsRecorded.create({ ...fridayOnRecord.data, sessions: ['2026-02-05'], close: [222.69] }),
    )
      .when(
        deliver(
          [
            { session: '2026-02-05', close: 222.69 },
            { ...friday, close: 210.4 },
          ],
          { revises: true },
        ),
      )
      .thenSays(BarsRevised.create({ ...fridayOnRecord.data, close: [210.4] }));
  });

  it('records beside it the sessions of which nothing was known', () => {
    const { events } = given(recordBarsDecider, fridayOnRecord).when(
      deliver(
        [
          { session: '2026-02-05', close: 222.69 },
          { ...friday, close: 210.4 },
        ],
        { revises: true },
      ),
    );
    expect(events.map(({ type }) => type)).toEqual(['BarsRecorded', 'BarsRevised']);
  });

  it('to what stands on record was said before', () => {
    given(recordBarsDecider, fridayOnRecord, revised).when(revision(210.4)).thenSaidBefore();
  });

  it('lets the delivery that was revised be repeated', () => {
    given(recordBarsDecider, fridayOnRecord, revised)
      .when(deliver([friday]))
      .thenSaidBefore();
    given(recordBarsDecider, fridayOnRecord, revised)
      .when(deliver([{ ...friday, close: 210.5 }]))
      .thenRefused('conflict', 'barContradicts', '/bars/0/close');
  });

  it('goes forward in time', () => {
    given(recordBarsDecider, fridayOnRecord, revised)
      .when(revision(210.5, { knownAt: '2026-02-19T00:00:00Z' }))
      .thenRefused('conflict', 'revisionOutOfOrder', '/knownAt');
    expect(
      given(recordBarsDecider, fridayOnRecord, revised).when(revision(210.5, { knownAt: '2026-02-21T00:00:00Z' }))
        .events,
    ).toHaveLength(1);
  });

  it('is not undone by figures that join later', () => {
    const [event] = given(recordBarsDecider, fridayOnRecord, revised).when(
      deliver([{ ...friday, close: 210.4, volume: 7 }]),
    ).events;
    expect(event).toMatchObject({
      type: 'BarsRecorded',
      knownAt: at('2026-02-20T00:00:00Z'),
      data: { close: [210.4], volume: [7] },
    });
  });
});

describe('a delivery that cannot be true', () => {
  it.each([
    ['a day without a session', [{ session: '2026-02-16', close: 1 }], {}, 'notASession', ['/bars/0/session']],
    [
      'a day outside of the coverage',
      [{ session: '1980-01-02', close: 1 }],
      {},
      'outsideCoverage',
      ['/bars/0/session'],
    ],
    ['a session twice', [friday, thursday, friday], {}, 'duplicateSession', ['/bars/2/session']],
    ['a price of zero', [{ ...friday, close: 0 }], {}, 'impossibleFigure', ['/bars/0/close']],
    ['a negative price', [{ ...thursday, low: -1 }], {}, 'impossibleFigure', ['/bars/0/low']],
    ['a price that is no number', [{ ...thursday, open: Number.NaN }], {}, 'impossibleFigure', ['/bars/0/open']],
    ['a negative volume', [{ ...friday, volume: -1 }], {}, 'impossibleFigure', ['/bars/0/volume']],
    ['a high below the low', [{ ...thursday, high: 220 }], {}, 'impossibleRange', ['/bars/0/high']],
    ['an open above the high', [{ ...thursday, open: 227 }], {}, 'impossibleRange', ['/bars/0/open']],
    ['a close below the low', [{ ...thursday, close: 220.99 }], {}, 'impossibleRange', ['/bars/0/close']],
    ['publication before the close', [friday], { knownAt: '2026-02-06T20:59:59Z' }, 'knownBeforeClose', ['/knownAt']],
    ['publication in the future', [friday], { knownAt: '2026-03-01T12:00:01Z' }, 'knownInFuture', ['/knownAt']],
    ['a basis date with raw prices', [friday], { basisAsOf: '2026-02-06' }, 'basisAsOfWithRaw', ['/basisAsOf']],
    [
      'a basis that is no session',
      [friday],
      { basis: 'splitAdjusted', basisAsOf: '2026-02-07' },
      'notASession',
      ['/basisAsOf'],
    ],
    [
      'a basis still to come',
      [friday],
      { basis: 'splitAdjusted', basisAsOf: '2026-03-02' },
      'basisInFuture',
      ['/basisAsOf'],
    ],
  ] as const)('is refused: %s', (_, bars, others, code, pointers) => {
    given(recordBarsDecider)
      .when(deliver(bars, others))
      .thenRefused('invalid', code, ...pointers);
  });

  it('is refused: a session before its close', () => {
    given(recordBarsDecider)
      .when(deliver([friday], {}, '2026-02-06T20:59:59.999Z'))
      .thenRefused('invalid', 'sessionNotClosed', '/bars/0/session');
    expect(given(recordBarsDecider).when(deliver([friday], {}, '2026-02-06T21:00:00Z')).events).toHaveLength(1);
  });

  it('is told all its faults at once, the first hundred by their places', () => {
    given(recordBarsDecider)
      .when(
        deliver(
          [
            { session: '2026-02-16', close: -1 },
            { ...thursday, high: 1 },
          ],
          { knownAt: '2027-01-01T00:00:00Z' },
        ),
      )
      .thenRefused('invalid', 'invalidBars', '/bars/0/session', '/bars/0/close', '/bars/1/high', '/knownAt');
    const sessions = exchange('XNAS').sessions('2020-01-02', '2021-12-31');
    const { errors, detail } = given(recordBarsDecider)
      .when(deliver(sessions.map((session) => ({ session, close: 0 }))))
      .thenRefused('invalid', 'impossibleFigure', ...sessions.slice(0, 100).map((_, index) => `/bars/${index}/close`));
    expect(errors).toHaveLength(100);
    expect(detail).toContain(`${sessions.length - 1} more`);
  });
});
