import { knownBy, runsOf } from '@streakline/dossiers';
import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { toldMarket } from '../../test/told-instrument';
import { defineStrategy, type Instrument, openMarket, resolveSettings, runBacktest } from '../index';

const xnys = exchange('XNYS');
const SESSIONS = xnys.sessions('2021-02-01', '2021-04-30');
const DATES = { from: '2021-02-10', to: '2021-05-01' };
const noon = (session: string) => `${session}T17:00:00Z`;

describe('a bar that is revised a month later', () => {
  it('is seen with its old close and run before, and with the new ones after', () => {
    const told = toldMarket();
    const close = SESSIONS.map((_, i) => 100 - i);
    // It fell every day; from the 1st of April on, the 1st of March is known to have risen.
    const one = told.told('REV').bars({ sessions: SESSIONS, close }).revised('2021-03-01', 200, noon('2021-04-01'));
    const market = openMarket([one.packed()], { asRecorded: told.last });
    const seen: [string, number, string | undefined][] = [];
    const watching = defineStrategy({
      name: 'watching',
      onSession(_, { session, traded: [instrument] }) {
        if (instrument === undefined || session < '2021-03-30' || session > '2021-04-05') return;
        const ago = SESSIONS.indexOf(session) - SESSIONS.indexOf('2021-03-01');
        seen.push([session, instrument.close(ago), instrument.run()?.start]);
      },
    });
    runBacktest(market, watching, { settings: resolveSettings(DATES, market) });
    const old = close[SESSIONS.indexOf('2021-03-01')];
    expect(seen).toEqual([
      ['2021-03-30', old, '2021-02-02'],
      ['2021-03-31', old, '2021-02-02'],
      ['2021-04-01', 200, '2021-03-02'],
      ['2021-04-05', 200, '2021-03-02'],
    ]);
  });
});

describe('what a strategy sees at an instant', () => {
  const place = fc.nat(SESSIONS.length - 1);
  const price = fc.integer({ min: 18, max: 23 }).map((n) => n / 2);
  const revisions = fc.array(fc.tuple(place, price, fc.integer({ min: 0, max: 400 })), { maxLength: 6 });
  const late = fc.array(place, { maxLength: 4 });

  it('is what the facts known by then tell, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(price, { minLength: SESSIONS.length, maxLength: SESSIONS.length }),
        revisions,
        late,
        (close, revised, lateOnes) => {
          const told = toldMarket();
          const one = told.told('ANY');
          const onTime = SESSIONS.map((_, i) => i).filter((i) => !lateOnes.includes(i));
          one.bars({ sessions: onTime.map((i) => SESSIONS[i]!), close: onTime.map((i) => close[i]!) });
          for (const i of new Set(lateOnes)) {
            const knownAt = new Date(xnys.hours(SESSIONS[i]!).close + 30 * 3_600_000).toISOString();
            one.bars({ sessions: [SESSIONS[i]!], close: [close[i]!], knownAt });
          }
          for (const [i, to, hours] of revised) {
            const at = new Date(xnys.hours(SESSIONS[i]!).close + hours * 3_600_000).toISOString();
            one.revised(SESSIONS[i]!, to, at);
          }
          const dossier = one.dossier();
          const market = openMarket([one.packed()], { asRecorded: told.last });
          const compare = (now: number, instrument: Instrument) => {
            const known = knownBy(dossier, { asOf: now, asRecorded: told.last })!;
            const { length } = known.sessions;
            expect(instrument.length).toBe(length);
            expect(Array.from({ length }, (_, i) => instrument.close(length - 1 - i))).toEqual([...known.close]);
            expect(instrument.session()).toBe(known.sessions[length - 1]);
            const run = runsOf(known).findLast(({ inForce }) => inForce);
            expect(instrument.run()).toEqual(
              run === undefined
                ? null
                : { direction: run.direction, start: run.start, length: run.length, return: run.return },
            );
          };
          const comparing = defineStrategy({
            name: 'comparing',
            onSession({ now, instruments }) {
              for (const instrument of instruments) compare(now, instrument);
            },
          });
          expect(runBacktest(market, comparing, { settings: resolveSettings(DATES, market) }).failure).toBeNull();
        },
      ),
      { numRuns: 30 },
    );
  });
});
