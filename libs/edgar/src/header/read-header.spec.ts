import fc from 'fast-check';
import { EdgarFileError } from '../edgar-file-error';
import { readHeader } from './read-header';

const expected = {
  ...{ accession: '0001018724-26-000002', accepted: '2026-02-05T16:02:22', form: '8-K', filedOn: '2026-02-05' },
  ...{ reportDate: '2026-02-05', items: ['2.02', '9.01'], ciks: ['0001018724'] },
};

const submission = `<SEC-DOCUMENT>0001018724-26-000002.txt : 20260205
<SEC-HEADER>0001018724-26-000002.hdr.sgml : 20260205
<ACCEPTANCE-DATETIME>20260205160222
ACCESSION NUMBER:\t\t0001018724-26-000002
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t14
CONFORMED PERIOD OF REPORT:\t20260205
ITEM INFORMATION:\t\tResults of Operations and Financial Condition
ITEM INFORMATION:\t\tFinancial Statements and Exhibits
FILED AS OF DATE:\t\t20260205
DATE AS OF CHANGE:\t\t20260205

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE TRADING CORP
\t\tCENTRAL INDEX KEY:\t\t\t0001018724
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tRETAIL-CATALOG [5961]

\tFILING VALUES:
\t\tFORM TYPE:\t\t8-K
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<ACCEPTANCE-DATETIME>19990101000000
`;

const sgml = `<SEC-HEADER>0001018724-26-000002.hdr.sgml : 20260205
<ACCEPTANCE-DATETIME>20260205160222
<ACCESSION-NUMBER>0001018724-26-000002
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>14
<PERIOD>20260205
<ITEMS>2.02
<ITEMS>9.01
<FILING-DATE>20260205
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>EXAMPLE TRADING CORP
<CIK>0001018724
</COMPANY-DATA>
</FILER>
</SEC-HEADER>
`;

const inHtml = `<!DOCTYPE html><html><head><title>Index</title></head><body>
<!--
${sgml}-->
<pre>${sgml.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre></body></html>`;

const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><title>EDGAR Filing Documents for 0001018724-26-000002</title></head><body>
<div id="formHeader"><div id="formName"><strong>Form 8-K</strong> - Current report: </div>
<div id="secNum"><strong><acronym title="Securities and Exchange Commission">SEC</acronym> Accession <acronym title="Number">No.</acronym></strong> 0001018724-26-000002</div></div>
<div class="infoHead">Filing Date</div>
<div class="info">2026-02-05</div>
<div class="infoHead">Accepted</div>
<div class="info">2026-02-05 16:02:22</div>
<div class="infoHead">Period of Report</div>
<div class="info">2026-02-05</div>
<div class="infoHead">Items</div>
<div class="info">Item 2.02: Results of Operations and Financial Condition<br>Item 9.01: Financial Statements and Exhibits</div>
<span class="companyName">EXAMPLE TRADING CORP (Filer) <acronym title="Central Index Key">CIK</acronym>: <a href="/cgi-bin/browse-edgar?CIK=0001018724">0001018724 (see all company filings)</a></span>
</body></html>`;

describe("a filing's header", () => {
  it.each([
    ['the head of the whole submission', submission],
    ['.hdr.sgml', sgml],
    ['.hdr.sgml with line ends of Windows', sgml.replaceAll('\n', '\r\n')],
    ['-index-headers.html', inHtml],
    ['-index.html', page],
  ])('is read from %s', (_, text) => {
    expect(readHeader(text)).toEqual(expected);
  });

  it('takes its accession number from the name of the file where it has none', () => {
    const text = '<ACCEPTANCE-DATETIME>20260205160222\n<TYPE>8-K\n';
    expect(readHeader(text, '0001018724-26-000002.hdr.sgml')).toMatchObject({
      accession: expected.accession,
      form: '8-K',
    });
  });

  it('without a time that exists has none', () => {
    expect(readHeader(sgml.replace('20260205160222', '20260205256022'))).not.toHaveProperty('accepted');
    expect(readHeader(sgml.replace('20260205160222', '20261305160222'))).not.toHaveProperty('accepted');
  });

  it.each([
    '',
    'Undeclared Automated Tool',
    '<html><body>404</body></html>',
    sgml.replaceAll(/^<ACC.*$/gm, '').replace(/^.*\n/, ''),
  ])('is not in %j', (text) => {
    expect(() => readHeader(text)).toThrow(EdgarFileError);
  });

  it('is looked for at the top of any text, however long, in little time', () => {
    const lines = fc.array(
      fc.constantFrom('<', '<ITEMS>', ' ', '\t', 'Item ', 'ACCESSION NUMBER:', '\n', '&lt;', 'x', '1'),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(lines, (pieces) => {
        const text = `<html>${pieces.join('').repeat(1_000)}`;
        expect(() => {
          try {
            readHeader(text);
          } catch (error) {
            if (!(error instanceof EdgarFileError)) throw error;
          }
        }).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });
});
