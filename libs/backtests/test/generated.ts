import { addEvent, emptyDossier, factYears, packFacts } from '@streakline/dossiers';
import { defaultMarket, generateInstruments, type MarketOptions } from '@streakline/generated-market';
import { asRecorded } from '@streakline/testing';
import { type SharedMarket, shareMarket } from '../src/market/shared-market';

/** A small generated market in shared memory, without a store: the index ARCX:SMKT and XNAS:S0001, XNYS:S0002, ... */
export function generatedMarket(options: Partial<MarketOptions> = {}): SharedMarket {
  const market = { ...defaultMarket, instruments: 6, years: 2, announcements: 40, ...options };
  const instruments = [...generateInstruments(market)];
  const events = instruments.flatMap(({ listed, own, bars, announcements }) =>
    [...own, ...bars, ...announcements.map(({ made }) => made)].map((event) => ({ id: listed.instrumentId, event })),
  );
  const recorded = events.map(({ event }, i) => asRecorded(event, i));
  const dossiers = new Map(instruments.map(({ listed: { instrumentId: id } }) => [id as string, emptyDossier(id)]));
  recorded.forEach((event, i) => {
    const dossier = dossiers.get(events[i]!.id);
    if (dossier) addEvent(dossier, event);
  });
  const packed = [...dossiers].map(([instrumentId, dossier]) => ({
    instrumentId,
    years: factYears(dossier).flatMap((year) => {
      const bytes = packFacts(dossier, year);
      return bytes === null ? [] : [{ year, packed: bytes }];
    }),
  }));
  const positions = recorded.map(({ position }) => position);
  const digests = new Map(instruments.map(({ listed: { instrumentId: id } }) => [id as string, `digest of ${id}`]));
  const benchmarks = new Map<string, readonly string[]>();
  return shareMarket(recorded.length, packed, {
    ...{ digests, benchmarks },
    recorded: { positions, recordedAt: recorded.map(({ recordedAt }) => recordedAt) },
  });
}
