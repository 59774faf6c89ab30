import fc from 'fast-check';
import { accession, columns, submissionsJson } from '../../test/filings';
import { EdgarFileError } from '../edgar-file-error';
import { readIssuerFile } from './read-issuer-file';
import { readPage, readSubmissions } from './read-submissions';

const codeOf = (read: () => unknown) => {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof EdgarFileError ? error.code : error;
  }
};

describe('a submissions file', () => {
  it('names its issuer and lists its filings', () => {
    expect(readSubmissions(`\uFEFF${submissionsJson([{}, { form: '10-K', items: [], accepted: undefined }])}`)).toEqual(
      {
        ...{ cik: '0001234567', name: 'EXAMPLE TRADING CORP', tickers: ['EXMP'], exchanges: ['Nasdaq'], pages: [] },
        filings: [
          {
            ...{ accession: accession(1), form: '8-K', filedOn: '2026-02-05', reportDate: '2026-02-05' },
            ...{ accepted: '2026-02-05T21:02:22', items: ['2.02', '9.01'] },
          },
          { accession: accession(2), form: '10-K', filedOn: '2026-02-05', reportDate: '2026-02-05', items: [] },
        ],
        refused: [],
      },
    );
  });

  it('takes a CIK written as a number or without its zeros', () => {
    expect(readSubmissions(submissionsJson([], { cik: 1018724 })).cik).toBe('0001018724');
    expect(readSubmissions(submissionsJson([], { cik: '1018724' })).cik).toBe('0001018724');
  });

  it('names its further pages, and no path in place of one', () => {
    const page = {
      name: 'CIK0001234567-submissions-001.json',
      filingCount: 7,
      filingFrom: '1997-05-01',
      filingTo: '2009-01-02',
    };
    const filings = { recent: columns([]), files: [page, { name: '../../etc/passwd' }, { name: 7 }, null] };
    expect(readSubmissions(submissionsJson([], { filings })).pages).toEqual([
      { name: page.name, filings: 7, from: '1997-05-01', to: '2009-01-02' },
    ]);
    expect(readPage(JSON.stringify(columns([{}]))).filings).toHaveLength(1);
  });

  it('refuses a filing that cannot be one, by its place, and takes the others', () => {
    const { filings, refused } = readSubmissions(
      submissionsJson([{ accession: '12-34' }, { filedOn: '2026-02-30' }, { form: ' ' }, {}]),
    );
    expect(filings.map((one) => one.accession)).toEqual([accession(4)]);
    expect(refused.map(({ where }) => where)).toEqual(['filings.recent[0]', 'filings.recent[1]', 'filings.recent[2]']);
    expect(refused[1]?.reason).toContain('"2026-02-30" is no filing date');
  });

  it('of columns of unequal length is refused as a whole', () => {
    const recent = { ...columns([{}, {}]), form: ['8-K'] };
    expect(codeOf(() => readPage(JSON.stringify(recent)))).toBe('unequalColumns');
  });

  it.each([
    ['cut off', submissionsJson([{}]).slice(0, -20), 'notJson'],
    ['HTML instead, as EDGAR answers robots', '<!DOCTYPE html><html>Request Rate Threshold Exceeded</html>', 'notJson'],
    ['a list', '[]', 'notJson'],
    ['without filings', '{"cik":"1"}', 'notSubmissions'],
    ['without columns', '{"cik":"1","filings":{"recent":{}}}', 'notSubmissions'],
    ['without a CIK', submissionsJson([], { cik: 'AMZN' }), 'notSubmissions'],
  ])('that is %s is an error of one kind', (_, text, code) => {
    expect(codeOf(() => readSubmissions(text))).toBe(code);
  });

  it('is told from companyfacts, which bears the same name', () => {
    expect(readIssuerFile(submissionsJson([]))).toHaveProperty('filings');
    expect(readIssuerFile('{"cik":1,"facts":{}}')).toHaveProperty('counts', []);
    expect(codeOf(() => readIssuerFile('{}'))).toBe('notSubmissions');
  });

  it('never fails in another way, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect([undefined, 'notJson', 'notSubmissions']).toContain(codeOf(() => readIssuerFile(text)));
      }),
    );
  });
});
