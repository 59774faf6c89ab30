import { idOf, InstrumentListed, InstrumentRenamed, SymbolAssigned, SymbolReleased } from '@streakline/events';
import { given } from '@streakline/testing';
import { renameInstrumentDecider } from './rename-instrument.decider';

const instrumentId = idOf('ins', ['meta']);
const otherId = idOf('ins', ['other']);
const listed = InstrumentListed.create({
  instrumentId,
  symbol: 'FB',
  mic: 'XNAS',
  name: 'Meta Platforms, Inc.',
  currency: 'USD',
});
const now = Date.parse('2026-03-01T00:00:00Z');
const toMeta = { instrumentId, symbol: 'META', mic: 'XNAS', from: '2022-06-09', now };
const renamed = InstrumentRenamed.create({ instrumentId, symbol: 'META', mic: 'XNAS', from: '2022-06-09' });

describe('renaming an instrument', () => {
  it('frees the old symbol and takes the new one from that session on, known just before its open', () => {
    const knownAt = Date.parse('2022-06-09T13:30:00Z') - 1;
    given(renameInstrumentDecider, listed)
      .when(toMeta)
      .thenSays(
        InstrumentRenamed.create({ instrumentId, symbol: 'META', mic: 'XNAS', from: '2022-06-09' }, knownAt),
        SymbolReleased.create({ instrumentId, symbol: 'FB', mic: 'XNAS', from: '2022-06-09' }, knownAt),
        SymbolAssigned.create({ instrumentId, symbol: 'META', mic: 'XNAS', from: '2022-06-09' }, knownAt),
      );
  });

  it('again in the same words was said before', () => {
    given(renameInstrumentDecider, listed, renamed).when(toMeta).thenSaidBefore();
  });

  it('must come after the renames on record', () => {
    given(renameInstrumentDecider, listed, renamed)
      .when({ ...toMeta, symbol: 'FBX', from: '2022-06-08' })
      .thenRefused('conflict', 'renameOutOfOrder', '/from');
  });

  it('begins with a session: a Sunday, or a day beyond the calendar, is refused', () => {
    given(renameInstrumentDecider, listed)
      .when({ ...toMeta, from: '2022-06-12' })
      .thenRefused('invalid', 'notASession', '/from');
    given(renameInstrumentDecider, listed)
      .when({ ...toMeta, from: '2099-06-09' })
      .thenRefused('invalid', 'outsideCoverage', '/from');
  });

  it('needs a symbol that is free on that day', () => {
    const taken = SymbolAssigned.create({ instrumentId: otherId, symbol: 'META', mic: 'XNAS' });
    given(renameInstrumentDecider, listed, taken).when(toMeta).thenRefused('conflict', 'symbolTaken', '/symbol');
    const freeLater = SymbolReleased.create({ instrumentId: otherId, symbol: 'META', mic: 'XNAS', from: '2022-06-10' });
    given(renameInstrumentDecider, listed, taken, freeLater)
      .when(toMeta)
      .thenRefused('conflict', 'symbolTaken', '/symbol');
    const freeThen = SymbolReleased.create({ instrumentId: otherId, symbol: 'META', mic: 'XNAS', from: '2022-06-09' });
    expect(given(renameInstrumentDecider, listed, taken, freeThen).when(toMeta).events).toHaveLength(3);
  });

  it('to the name it has is refused', () => {
    given(renameInstrumentDecider, listed)
      .when({ ...toMeta, symbol: 'FB' })
      .thenRefused('conflict', 'nameUnchanged', '/symbol');
  });

  it('may move it to another exchange', () => {
    const moved = given(renameInstrumentDecider, listed).when({ ...toMeta, symbol: 'FB', mic: 'XNYS' }).events;
    expect(moved.map(({ type }) => type)).toEqual(['InstrumentRenamed', 'SymbolReleased', 'SymbolAssigned']);
  });
});
