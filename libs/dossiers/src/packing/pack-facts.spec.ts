import fc from 'fast-check';
import { History } from '../../test/history';
import { stories } from '../../test/stories';
import { viewsOf } from '../../test/views';
import {
  addEvent,
  type Dossier,
  emptyDossier,
  factYears,
  knownBy,
  packFacts,
  type PackedYear,
  unpackFacts,
} from '../index';

function packed(dossier: Dossier): PackedYear[] {
  return factYears(dossier).map((year) => ({ year, packed: packFacts(dossier, year)! }));
}

describe('packing facts', () => {
  it('brings back every fact, superseded ones too', () => {
    fc.assert(
      fc.property(stories('any'), (history) => {
        const dossier = history.dossier();
        const rows = packed(dossier);
        const unpacked = unpackFacts(history.instrumentId, [...rows].reverse());
        expect(packed(unpacked)).toEqual(rows);
        expect(viewsOf(knownBy(unpacked))).toEqual(viewsOf(knownBy(dossier)));
      }),
      { numRuns: 60 },
    );
  });

  it('gives a dossier that goes on where the other one was', () => {
    fc.assert(
      fc.property(stories('any'), fc.nat(10), ({ instrumentId, events }, splitAt) => {
        const whole = emptyDossier(instrumentId);
        const half = emptyDossier(instrumentId);
        events.forEach((event) => addEvent(whole, event));
        events.slice(0, splitAt).forEach((event) => addEvent(half, event));
        const resumed = unpackFacts(instrumentId, packed(half));
        // Redelivered from the start: what it holds already adds nothing.
        events.forEach((event) => addEvent(resumed, event));
        expect(packed(resumed)).toEqual(packed(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps years apart, and undated facts under year 0', () => {
    const dossier = new History().listed().closes('2020-12-30', [10, 11, 12, 13]).dividend('2022-01-03', 1).dossier();
    expect(factYears(dossier)).toEqual([0, 2020, 2021, 2022]);
    expect(packFacts(dossier, 2019)).toBeNull();
  });

  it('leaves out columns without a figure', () => {
    const sessions = [...new History().sessionsFrom('2021-03-01', 100)];
    const close = sessions.map(() => 10);
    const bare = packFacts(new History().bars({ sessions, close }).dossier(), 2021)!;
    const full = packFacts(new History().bars({ sessions, close, volume: close }).dossier(), 2021)!;
    expect(full.length - bare.length).toBe(100 * 8);
  });

  it('reads bytes wherever they start in memory', () => {
    const dossier = new History().listed().closes('2021-03-01', [10, 11]).dossier();
    const rows = packed(dossier).map(({ year, packed }) => {
      const shifted = Buffer.concat([Buffer.from([1]), packed]).subarray(1);
      return { year, packed: shifted };
    });
    expect(packed(unpackFacts(dossier.instrumentId, rows))).toEqual(packed(dossier));
  });

  it('refuses bytes of another layout, saying what to do', () => {
    expect(() => unpackFacts('ins_x', [{ year: 2021, packed: Buffer.alloc(32) }])).toThrow(/ins_x, year 2021.*Rebuild/);
  });
});
