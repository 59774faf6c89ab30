import { exchange } from '@streakline/market-time';
import { accession, filing } from '../../test/filings';
import type { CoverCount } from '../facts/read-share-counts';
import { EdgarFileError } from '../edgar-file-error';
import { type IssuerFiles, planIssuer } from './plan-issuer';
import { readPressReleases } from './press-releases';

const nasdaq = exchange('XNAS');
const cik = '0001234567';
const plan = (files: Partial<IssuerFiles>, options: Parameters<typeof planIssuer>[2] = {}) =>
  planIssuer(
    {
      cik,
      filings: [filing()],
      headers: new Map(),
      counts: [],
      hasFacts: true,
      releases: new Map(),
      refused: [],
      ...files,
    },
    nasdaq,
    options,
  );
const headed = (accepted: string, count = 1) =>
  new Map([[accession(count), { accession: accession(count), accepted, items: [], ciks: [cik] }]]);
const count: CoverCount = {
  ...{ accession: accession(4), form: '10-K', countedOn: '2026-01-28', filedOn: '2026-02-06', shares: 10_734_920_870 },
};

describe('the plan of an issuer', () => {
  it('announces an 8-K when it was public, and says by which source', () => {
    const { announcements, times, conflicts } = plan({ headers: headed('2026-02-05T16:02:22') });
    expect(announcements).toEqual([
      {
        ...{ accession: accession(1), form: '8-K', filedOn: '2026-02-05', kind: 'earnings', certainty: 'stated' },
        headline: '8-K: Results of Operations and Financial Condition (2.02); Financial Statements and Exhibits (9.01)',
        moment: { at: '2026-02-05T21:02:22.000Z' },
        sources: [
          {
            url: 'https://www.sec.gov/Archives/edgar/data/1234567/000123456726000001/0001234567-26-000001-index.htm',
            ...{ publisher: 'SEC EDGAR', publishedAt: '2026-02-05T21:02:22.000Z' },
            time: { from: 'filing header (ACCEPTANCE-DATETIME)', certainty: 'stated' },
          },
        ],
      },
    ]);
    expect({ times, conflicts }).toEqual({ times: { stated: 1, inferred: 0, likely: 0, dateOnly: 0 }, conflicts: 0 });
  });

  it('holds a filing of the evening over to the next business day, and says so', () => {
    const filings = [filing({ filedOn: '2026-02-06' })];
    const [announced] = plan({ filings, headers: headed('2026-02-05T18:30:00') }).announcements;
    expect(announced?.moment).toEqual({ at: '2026-02-06T11:00:00.000Z' });
    expect(announced?.sources[0]?.time?.from).toContain('public on the next business day at 06:00');
  });

  it('dates a filing whose time is not decided, with the part of the day that both readings have', () => {
    // 13:00 and 08:00 in New York; 16:02 and 11:02; 17:10 and 12:10; 19:00Z would be dated the next day in New York.
    const moment = (accepted: string) => plan({ filings: [filing({ accepted })] }).announcements[0]?.moment;
    expect(moment('2026-02-05T16:02:22')).toEqual({ on: '2026-02-05' });
    expect(moment('2026-02-05T15:30:00')).toEqual({ on: '2026-02-05', timing: 'intraday' });
    expect(plan({}, { clock: 'utc' }).announcements[0]?.moment).toEqual({ at: '2026-02-05T21:02:22.000Z' });
  });

  it('shows what is not decided as a note, and how to decide it', () => {
    const filings = [filing({ accepted: '2026-02-05T16:02:22' })];
    expect(plan({ filings }).notes).toEqual([expect.stringMatching(/^1 filings? .*--times newYork/) as string]);
  });

  it('takes the instant of a press release that came before the filing, and keeps both', () => {
    const wire = {
      accession: accession(1),
      url: 'https://wire.example/q4',
      publisher: 'Wire',
      publishedAt: '2026-02-05T21:01:00Z',
    };
    const releases = readPressReleases(JSON.stringify([wire]));
    const [announced] = plan({ releases, headers: headed('2026-02-05T16:02:22') }).announcements;
    expect(announced).toMatchObject({ moment: { at: '2026-02-05T21:01:00Z' }, certainty: 'stated' });
    expect(announced?.sources.map(({ publisher }) => publisher)).toEqual(['Wire', 'SEC EDGAR']);
    const late = readPressReleases(JSON.stringify([{ ...wire, publishedAt: '2026-02-05T22:00:00Z' }]));
    expect(plan({ releases: late, headers: headed('2026-02-05T16:02:22') }).announcements[0]).toMatchObject({
      moment: { at: '2026-02-05T21:02:22.000Z' },
      sources: [{ publisher: 'SEC EDGAR' }, { publisher: 'Wire' }],
    });
  });

  it('sets an 8-K/A beside what it amends, and one that amends nothing here by itself, with a note', () => {
    const amendment = filing({ accession: accession(2), form: '8-K/A', filedOn: '2026-02-20', items: ['9.01'] });
    const stray = filing({ accession: accession(3), form: '8-K/A', filedOn: '2026-02-21', reportDate: '2025-01-02' });
    const { announcements, amendments, notes } = plan({ filings: [stray, amendment, filing()] });
    expect(amendments).toMatchObject([{ accession: accession(2), amends: accession(1), kind: 'earnings' }]);
    expect(announcements.map((one) => one.accession)).toEqual([accession(1), accession(3)]);
    expect(notes.join('\n')).toContain(`8-K/A ${accession(3)} of 2026-02-21 stands as an announcement of its own`);
  });

  it('takes a filing that stands in two files once, and leaves other forms aside, counted', () => {
    const other = filing({ accession: accession(2), form: '4', items: [] });
    const { announcements, otherForms } = plan({ filings: [filing(), filing(), other] });
    expect(announcements).toHaveLength(1);
    expect(otherForms).toEqual({ '4': 1 });
  });

  it('can be of some kinds only', () => {
    const deal = filing({ accession: accession(2), items: ['1.01'] });
    expect(plan({ filings: [filing(), deal] }, { kinds: ['deal'] }).announcements).toMatchObject([
      { accession: accession(2) },
    ]);
  });

  it('knows a share count from when its filing was public, or by its date', () => {
    const report = filing({
      accession: accession(4),
      form: '10-K',
      filedOn: '2026-02-06',
      items: [],
      accepted: '2026-02-05T23:15:00',
    });
    const filed = (headers: IssuerFiles['headers']) => plan({ filings: [report], headers, counts: [count] }).counts;
    expect(filed(headed('2026-02-05T18:15:00', 4))).toEqual([
      {
        ...{ accession: accession(4), form: '10-K', countedOn: '2026-01-28', shares: 10_734_920_870 },
        filed: { filedAt: '2026-02-06T11:00:00.000Z' },
      },
    ]);
    expect(plan({ filings: [], counts: [count] }).counts[0]?.filed).toEqual({ filedOn: '2026-02-06' });
  });

  it('says that classes counted one by one need the cover, and that a count jumps', () => {
    const report = filing({ accession: accession(5), form: '10-K', items: [] });
    expect(plan({ filings: [report] }).notes.join()).toMatch(
      /no filing has one, though 10-K .*counts its classes one by one/,
    );
    expect(plan({ hasFacts: false }).notes.join()).toContain('there is no companyfacts file');
    const inThousands = { ...count, accession: accession(5), shares: 10_734_921 };
    expect(plan({ filings: [report], counts: [count, inThousands] }).notes.join()).toContain('may count in thousands');
  });
});

describe('a list of press releases', () => {
  it.each([
    ['is no JSON', 'x', /not JSON/],
    ['is no list', '{}', /no list/],
    [
      'names no filing',
      '[{"accession":"x","url":"https://a.example","publishedAt":"2026-02-05T21:01:00Z"}]',
      /entry 1, accession/,
    ],
    [
      'has a bare date',
      `[{"accession":"${accession(1)}","url":"https://a.example","publishedAt":"2026-02-05"}]`,
      /entry 1, publishedAt/,
    ],
  ])('that %s is refused as a whole', (_, text, message) => {
    expect(() => readPressReleases(text)).toThrow(EdgarFileError);
    expect(() => readPressReleases(text)).toThrow(message);
  });
});
