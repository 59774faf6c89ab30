import { accession, filing } from '../../test/filings';
import type { FilingHeader } from '../header/read-header';
import { clockEvidence } from './filing-clock';
import { filingTime, type TimeReading } from './filing-time';

const unknown = { newYork: 0, utc: 0 };
const read = (one: Parameters<typeof filing>[0], reading: Partial<TimeReading> = {}) => {
  const { at, ...time } = filingTime(filing(one), { evidence: unknown, ...reading });
  return { ...time, at: at === undefined ? undefined : new Date(at).toISOString() };
};
const header = (accepted: string, others: Partial<FilingHeader> = {}): FilingHeader => ({
  ...{ accession: accession(1), accepted, items: [], ciks: [], ...others },
});

describe('the time of a filing', () => {
  it("is its header's, which is New York time, and agrees with a submissions file in UTC", () => {
    expect(read({ accepted: '2026-02-05T21:02:22' }, { header: header('2026-02-05T16:02:22') })).toMatchObject({
      ...{ at: '2026-02-05T21:02:22.000Z', certainty: 'stated', conflicts: [], heldOver: false },
      from: 'filing header (ACCEPTANCE-DATETIME)',
    });
  });

  it("shows a submissions file that writes the header's New York time with a Z", () => {
    const { at, conflicts } = read({ accepted: '2026-02-05T16:02:22' }, { header: header('2026-02-05T16:02:22') });
    expect(at).toBe('2026-02-05T21:02:22.000Z');
    expect(conflicts).toEqual([
      { from: 'EDGAR submissions', says: '2026-02-05T16:02:22Z, which is New York time under a Z' },
    ]);
  });

  it('shows a submissions file and a filing date that say something else altogether', () => {
    const other = header('2026-02-05T16:02:22', { filedOn: '2026-02-05' });
    const { at, conflicts } = read({ accepted: '2026-02-05T12:00:00', filedOn: '2026-02-06' }, { header: other });
    expect(at).toBe('2026-02-05T21:02:22.000Z');
    expect(conflicts.map(({ says }) => says)).toEqual([
      "2026-02-05T12:00:00Z, which on no clock is the header's 2026-02-05 16:02:22 New York time",
      'filed 2026-02-06, not 2026-02-05',
    ]);
  });

  it.each([
    // 07:30 is within EDGAR's hours, 02:30 (in summer 03:30) is not: Hess, 0001628280-25-020816.
    ['2025-04-30T07:30:32', '2025-04-30', '2025-04-30T11:30:32.000Z', /New York time/],
    // Nobody files at half past midnight; 19:30 the evening before is dated the next day.
    ['2026-02-06T00:30:00', '2026-02-06', '2026-02-06T11:00:00.000Z', /UTC/],
    // 19:02 would be dated the next day, 14:02 is not.
    ['2026-02-05T19:02:00', '2026-02-05', '2026-02-05T19:02:00.000Z', /UTC/],
  ])('%s of a filing dated %s can only be one', (accepted, filedOn, instant, from) => {
    expect(read({ accepted, filedOn })).toMatchObject({ at: instant, certainty: 'inferred' });
    expect(read({ accepted, filedOn }).from).toMatch(from);
  });

  it('that can be either is no instant, and both are shown', () => {
    expect(read({ accepted: '2026-02-05T16:02:22' })).toMatchObject({
      ...{ at: undefined, certainty: 'dateOnly', filedOn: '2026-02-05' },
      candidates: [Date.parse('2026-02-05T21:02:22Z'), Date.parse('2026-02-05T16:02:22Z')],
      conflicts: [{ says: expect.stringContaining('2026-02-05 16:02:22 or 2026-02-05 11:02:22') as string }],
    });
  });

  it("that can be either is likely what the issuer's other times are", () => {
    expect(
      read({ accepted: '2026-02-05T16:02:22' }, { evidence: { newYork: 3, utc: 0, clock: 'newYork' } }),
    ).toMatchObject({
      ...{ at: '2026-02-05T21:02:22.000Z', certainty: 'likely' },
    });
  });

  it('is what somebody says who knows the clock', () => {
    expect(read({ accepted: '2026-02-05T16:02:22' }, { clock: 'utc' })).toMatchObject({
      ...{ at: '2026-02-05T16:02:22.000Z', certainty: 'likely' },
    });
  });

  it('that is not given is the date, without a word against it', () => {
    expect(read({ accepted: undefined })).toMatchObject({ at: undefined, certainty: 'dateOnly', conflicts: [] });
  });
});

describe('the clock of a submissions file', () => {
  const morning = { accepted: '2026-02-05T07:30:00', filedOn: '2026-02-05' };
  const night = { accepted: '2026-02-06T00:30:00', filedOn: '2026-02-06' };
  const either = { accepted: '2026-02-05T16:02:22' };
  const evidence = (...filings: readonly Parameters<typeof filing>[0][]) =>
    clockEvidence(
      filings.map((one, index) => filing({ ...one, accession: accession(index + 1) })),
      new Map(),
    );

  it('is known from three filings that can be read in one way only', () => {
    expect(evidence(morning, morning, morning, either)).toEqual({ newYork: 3, utc: 0, clock: 'newYork' });
    expect(evidence(night, night, night)).toEqual({ newYork: 0, utc: 3, clock: 'utc' });
  });

  it('is not known from two, nor where they contradict each other', () => {
    expect(evidence(morning, morning, either)).toEqual({ newYork: 2, utc: 0 });
    expect(evidence(morning, morning, morning, night)).toEqual({ newYork: 3, utc: 1 });
  });

  it('is known from headers, too', () => {
    const filings = [1, 2, 3].map((count) => filing({ ...either, accession: accession(count) }));
    const headers = new Map(filings.map((one) => [one.accession, header('2026-02-05T11:02:22')]));
    expect(clockEvidence(filings, headers)).toEqual({ newYork: 0, utc: 3, clock: 'utc' });
  });
});
