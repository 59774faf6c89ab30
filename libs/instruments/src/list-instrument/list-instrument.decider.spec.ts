import { BenchmarkAssigned, idOf, InstrumentListed, SymbolAssigned, SymbolReleased } from '@streakline/events';
import { given } from '@streakline/testing';
import type { ListInstrumentBody } from './list-instrument.command';
import { listInstrumentDecider } from './list-instrument.decider';

const newId = idOf('ins', ['new']);
const amazonId = idOf('ins', ['amazon']);
const spyId = idOf('ins', ['spy']);
const amazon: ListInstrumentBody = { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' };
const list = (said: ListInstrumentBody) => ({ newId, said, benchmarks: [] });
const named = { symbol: 'AMZN', mic: 'XNAS' };
const onRecord = [
  InstrumentListed.create({ instrumentId: amazonId, ...amazon, cik: '0001018724' }),
  SymbolAssigned.create({ ...named, instrumentId: amazonId }),
];
const released = SymbolReleased.create({ ...named, instrumentId: amazonId, from: '2024-06-03' });

describe('listing an instrument', () => {
  it('assigns it its symbol, and pads the CIK to ten digits', () => {
    given(listInstrumentDecider)
      .when(list({ ...amazon, cik: '1018724' }))
      .thenSays(
        InstrumentListed.create({ instrumentId: newId, ...amazon, cik: '0001018724' }),
        SymbolAssigned.create({ ...named, instrumentId: newId }),
      );
  });

  it('in pence is refused: they are no currency', () => {
    const { detail } = given(listInstrumentDecider)
      .when(list({ ...amazon, currency: 'GBX' }))
      .thenRefused('invalid', 'priceUnitAsCurrency', '/currency');
    expect(detail).toContain('in GBP');
  });

  it('again in the same words, or in fewer, was said before', () => {
    given(listInstrumentDecider, ...onRecord)
      .when(list({ ...amazon, cik: '1018724' }))
      .thenSaidBefore();
    given(listInstrumentDecider, ...onRecord)
      .when(list(amazon))
      .thenSaidBefore();
  });

  it('again with what was left open records the whole', () => {
    given(listInstrumentDecider, ...onRecord)
      .when(list({ ...amazon, issuer: 'Amazon' }))
      .thenSays(InstrumentListed.create({ instrumentId: amazonId, ...amazon, cik: '0001018724', issuer: 'Amazon' }));
  });

  it('again with other figures is a conflict that names each field', () => {
    given(listInstrumentDecider, ...onRecord)
      .when(list({ ...amazon, name: 'Amazonas', currency: 'EUR', cik: '7' }))
      .thenRefused('conflict', 'listingContradicts', '/name', '/currency', '/cik');
  });

  it('under a symbol that is free again names the new one from that day on', () => {
    given(listInstrumentDecider, ...onRecord, released)
      .when(list({ ...amazon, name: 'Another company' }))
      .thenSays(
        InstrumentListed.create({ instrumentId: newId, ...amazon, name: 'Another company' }),
        SymbolAssigned.create({ ...named, instrumentId: newId, from: '2024-06-03' }),
      );
  });

  it('in the words of one that was renamed since was said before, so that a script can be run again', () => {
    given(listInstrumentDecider, ...onRecord, released)
      .when(list(amazon))
      .thenSaidBefore();
  });

  it('is not said before where the symbol only came later to one of the same name', () => {
    const before = InstrumentListed.create({ instrumentId: amazonId, ...amazon, symbol: 'CDBR' });
    const { events } = given(listInstrumentDecider, before, ...onRecord.slice(1), released).when(list(amazon));
    expect(events.map(({ type }) => type)).toEqual(['InstrumentListed', 'SymbolAssigned']);
  });

  it('refuses an exchange whose sessions are not known, and tells which are', () => {
    const { detail } = given(listInstrumentDecider)
      .when(list({ ...amazon, mic: 'XXXX' }))
      .thenRefused('invalid', 'unknownExchange', '/mic');
    expect(detail).toContain('XNAS');
  });
});

describe("an instrument's benchmarks at its listing", () => {
  const spy = { ref: 'ARCX:SPY', role: 'market', benchmarkId: spyId } as const;

  it('are assigned with it', () => {
    given(listInstrumentDecider)
      .when({ newId, said: amazon, benchmarks: [{ ...spy, from: '2020-01-02' }] })
      .thenSays(
        InstrumentListed.create({ instrumentId: newId, ...amazon }),
        SymbolAssigned.create({ ...named, instrumentId: newId }),
        BenchmarkAssigned.create({ instrumentId: newId, benchmarkId: spyId, role: 'market', from: '2020-01-02' }),
      );
  });

  it('are refused where a reference names nothing, or the instrument itself, each by its place', () => {
    const unknown = {
      ref: 'ARCX:SPX',
      role: 'market',
      benchmarkId: undefined,
      whyUnknown: 'ARCX:SPX names no instrument.',
    } as const;
    const itself = { ref: 'XNAS:AMZN', role: 'peer', benchmarkId: newId } as const;
    given(listInstrumentDecider)
      .when({ newId, said: amazon, benchmarks: [spy, unknown, itself] })
      .thenRefused('invalid', 'invalidListing', '/benchmarks/1/ref', '/benchmarks/2/ref');
  });

  it('given again are said before; another one of the same role and date is a conflict', () => {
    const assigned = BenchmarkAssigned.create({ instrumentId: amazonId, benchmarkId: spyId, role: 'market' });
    given(listInstrumentDecider, ...onRecord, assigned)
      .when({ newId, said: amazon, benchmarks: [spy] })
      .thenSaidBefore();
    given(listInstrumentDecider, ...onRecord, assigned)
      .when({ newId, said: amazon, benchmarks: [{ ...spy, benchmarkId: idOf('ins', ['qqq']) }] })
      .thenRefused('conflict', 'benchmarkContradicts', '/benchmarks/0/ref');
  });
});
