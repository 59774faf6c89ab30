import { lintMarket } from '@streakline/backtest';
import { addEvent, emptyDossier, factYears, packFacts } from '@streakline/dossiers';
import { asRecorded } from '@streakline/testing';
import { defaultMarket, generateInstruments } from '../index';

/** What the lint of a replay's data finds in a small market with so many faulty companies. */
function lintOf(faults: number) {
  let position = 0;
  const options = { ...defaultMarket, instruments: 4, years: 2, announcements: 30, faults };
  const packed = [...generateInstruments(options)].map(({ listed, own, bars, announcements }) => {
    const dossier = emptyDossier(listed.instrumentId);
    const events = [...own, ...bars, ...announcements.map(({ made }) => made)];
    for (const event of events) addEvent(dossier, asRecorded(event, position++));
    const years = factYears(dossier).flatMap((year) => {
      const facts = packFacts(dossier, year);
      return facts === null ? [] : [{ year, packed: facts }];
    });
    return { instrumentId: listed.instrumentId, years };
  });
  return lintMarket(packed, { asRecorded: position, recordedAt: () => Date.parse('2026-01-05T00:00:00Z') });
}

describe('faults of a generated market', () => {
  it('are what the lint of data finds, a company each, and nothing else', () => {
    const { findings, counts } = lintOf(3);
    expect(findings.map(({ kind, severity, ref, bars }) => [kind, severity, ref, bars])).toEqual([
      ['knownBeforeClose', 'error', 'XNAS:S0001', 1],
      ['knownBeforeClose', 'error', 'XNAS:S0003', 1],
      ['basisAfterKnown', 'warning', 'XNYS:S0002', 1],
    ]);
    expect(counts).toEqual({ knownBeforeClose: 2, basisAfterKnown: 1 });
  });

  it('are none unless they are asked for', () => {
    expect(lintOf(0).findings).toEqual([]);
  });
});
