import { chancesSentenceOf, type RunToTell, sentenceOf } from './newsroom-sentence';

const AMAZON: RunToTell = {
  direction: 'falling',
  start: '2026-02-03',
  end: '2026-02-13',
  length: 9,
  inForce: false,
  return: -0.1818,
  longestSince: { end: '2006-07-14', length: 9 },
  tapeFrom: '1997-05-15',
};

describe('a newsroom sentence', () => {
  it('dates "since" by the end of the last run at least as long', () => {
    expect(sentenceOf('XNAS:AMZN', AMAZON)).toBe(
      'XNAS:AMZN fell nine sessions in a row from February 3 to 13, 2026 (-18.2%), its longest losing streak since ' +
        'Friday, July 14, 2006, when it fell nine sessions in a row.',
    );
  });

  it('says how far the tape goes back where it has no run as long', () => {
    const run = { ...AMAZON, inForce: true, longestSince: null, tapeFrom: '2025-01-02' };
    expect(sentenceOf('XNAS:AMZN', run)).toBe(
      'XNAS:AMZN has fallen nine sessions in a row from February 3 to 13, 2026 (-18.2%), its longest losing streak on a ' +
        'tape that begins on Thursday, January 2, 2025.',
    );
  });

  it('writes numbers from ten on in digits, and spans over months and years', () => {
    const winning = {
      ...AMAZON,
      ...{ direction: 'rising' as const, start: '2025-12-22', end: '2026-01-07', length: 11, return: 0.0456 },
      longestSince: { end: '2019-01-30', length: 12 },
    };
    expect(sentenceOf('XNYS:ACME', winning)).toBe(
      'XNYS:ACME rose 11 sessions in a row from December 22, 2025 to January 7, 2026 (+4.6%), its longest winning streak ' +
        'since Wednesday, January 30, 2019, when it rose 12 sessions in a row.',
    );
    expect(sentenceOf('A', { ...AMAZON, start: '2026-01-30', end: '2026-02-03' })).toContain(
      'from January 30 to February 3, 2026',
    );
  });

  it('calls a run of one no streak', () => {
    expect(sentenceOf('A', { ...AMAZON, length: 1, start: '2026-02-13' })).toBe(
      'A fell on Friday, February 13, 2026 (-18.2%), which is no streak yet.',
    );
  });

  it('comes with the chance of such a run anywhere it was looked for', () => {
    const chances = { sessions: 5031, sameDirection: 0.1234, eitherDirection: 0.2345, anyInstrument: 0.9999 };
    expect(chancesSentenceOf(AMAZON, { ...chances, instruments: 500 })).toBe(
      'If sessions were independent, a losing streak of at least nine somewhere in its 5,031 sessions had a chance of 12%; ' +
        'of either direction, 23%; of either direction in at least one of the 500 instruments scanned, more than 99%.',
    );
    const rare = { sessions: 60, sameDirection: 0.00123, eitherDirection: 1e-8, anyInstrument: 0.05, instruments: 1 };
    expect(chancesSentenceOf({ direction: 'rising', length: 12 }, rare)).toMatch(
      /winning streak of at least 12 .* 0.12%; of either direction, less than one in a million; .* the 1 instrument scanned, 5%/,
    );
    expect(chancesSentenceOf(AMAZON, { ...rare, sameDirection: null })).toMatch(/cannot be said/);
    expect(chancesSentenceOf(AMAZON, { ...rare, anyInstrument: null })).toMatch(/less than one in a million\.$/);
  });
});
