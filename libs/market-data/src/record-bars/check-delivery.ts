import type { Fault } from '@streakline/event-store';
import { sessionFault } from '@streakline/instruments';
import type { Exchange } from '@streakline/market-time';
import { barFields } from '../bars/bar';
import { rangeFaults } from '../bars/bar-range';
import type { BarBody, RecordBarsBody } from './record-bars.command';

/** Everything that is wrong with a delivery by itself, whatever is on record. */
export function faultsOfDelivery(said: RecordBarsBody, exchange: Exchange, now: number): readonly Fault[] {
  const seen = new Map<string, number>();
  const ofBars: Fault[] = [];
  for (const [index, bar] of said.bars.entries()) {
    const first = seen.get(bar.session);
    if (first !== undefined) ofBars.push(duplicate(bar.session, index, first));
    else {
      seen.set(bar.session, index);
      ofBars.push(...faultsOfSession(bar.session, index, exchange, now));
      // Nearly every bar is sound, and a bulk import asks a million times.
      if (!isSound(bar)) ofBars.push(...faultsOfFigures(bar, index));
    }
  }
  return [...faultsOfBasis(said, exchange, now), ...ofBars, ...faultsOfKnownAt(said, exchange, now)];
}

function duplicate(session: string, index: number, first: number): Fault {
  const detail = `The session ${session} stands here and at /bars/${first}. Send one bar a session.`;
  return { code: 'duplicateSession', pointer: `/bars/${index}/session`, detail };
}

function faultsOfSession(session: string, index: number, exchange: Exchange, now: number): readonly Fault[] {
  const pointer = `/bars/${index}/session`;
  const fault = sessionFault(pointer, exchange, session);
  if (fault !== undefined) return [fault];
  const { close } = exchange.hours(session);
  if (close <= now) return [];
  const detail = `The session ${session} closes at ${iso(close)}, which is still to come. Send its bar after the close.`;
  return [{ code: 'sessionNotClosed', pointer, detail }];
}

/** Whether faultsOfFigures would find nothing, told at once. */
function isSound({ open, high, low, close, volume = 0 }: BarBody): boolean {
  const [from, to] = [low ?? Number.MIN_VALUE, high ?? Number.MAX_VALUE];
  const isIn = (price: number) => price > 0 && price >= from && price <= to;
  return (
    from > 0 &&
    from <= to &&
    to <= Number.MAX_VALUE &&
    isIn(close) &&
    isIn(open ?? close) &&
    volume >= 0 &&
    volume < Infinity
  );
}

function faultsOfFigures(bar: BarBody, index: number): readonly Fault[] {
  const faults = barFields.flatMap((field): Fault[] => {
    const value = bar[field];
    if (value === undefined || (Number.isFinite(value) && (field === 'volume' ? value >= 0 : value > 0))) return [];
    const must = field === 'volume' ? 'a number, and not negative' : 'a positive number';
    const detail = `${bar.session}: the ${field} is ${value}; it must be ${must}. Mend it, or leave ${field === 'close' ? 'the bar' : 'the field'} out.`;
    return [{ code: 'impossibleFigure', pointer: `/bars/${index}/${field}`, detail }];
  });
  if (faults.length > 0) return faults;
  return rangeFaults(bar).map(({ field, detail }) => ({
    code: 'impossibleRange',
    pointer: `/bars/${index}/${field}`,
    detail: `${bar.session}: ${detail}. Mend the bar; every price lies from low to high.`,
  }));
}

function faultsOfBasis({ basis, basisAsOf }: RecordBarsBody, exchange: Exchange, now: number): readonly Fault[] {
  if (basisAsOf === undefined) return [];
  const pointer = '/basisAsOf';
  if (basis === 'raw') {
    return [
      {
        code: 'basisAsOfWithRaw',
        pointer,
        detail: 'Raw prices are adjusted for nothing. Leave basisAsOf out, or give the basis splitAdjusted.',
      },
    ];
  }
  const fault = sessionFault(pointer, exchange, basisAsOf);
  if (fault !== undefined) return [fault];
  if (exchange.hours(basisAsOf).open <= now) return [];
  return [
    {
      code: 'basisInFuture',
      pointer,
      detail: `Prices cannot be adjusted for splits up to ${basisAsOf}, a session still to come. Give a past session.`,
    },
  ];
}

/** A delivery cannot be published before what it tells has happened, nor after it arrived. */
function faultsOfKnownAt({ knownAt, bars }: RecordBarsBody, exchange: Exchange, now: number): readonly Fault[] {
  if (knownAt === undefined) return [];
  const at = Date.parse(knownAt);
  const fault = (code: string, detail: string) => [{ code, pointer: '/knownAt', detail }];
  if (at > now)
    return fault('knownInFuture', `${knownAt} is in the future. Give the moment of publication, or leave knownAt out.`);
  const early = bars.find(
    ({ session }) => sessionFault('', exchange, session) === undefined && exchange.hours(session).close > at,
  );
  if (early === undefined) return [];
  const close = iso(exchange.hours(early.session).close);
  return fault(
    'knownBeforeClose',
    `The session ${early.session} closed at ${close}, after ${knownAt}. A bar is not known before its close: leave knownAt out, or give a later one.`,
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
