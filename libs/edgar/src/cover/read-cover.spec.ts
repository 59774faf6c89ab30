import { EdgarFileError } from '../edgar-file-error';
import { readCover } from './read-cover';

const context = (id: string, day: string, segment = '') =>
  `<context id="${id}"><entity><identifier scheme="http://www.sec.gov/CIK">0001652044</identifier>${segment && `<segment>${segment}</segment>`}</entity><period><instant>${day}</instant></period></context>`;
const ofClass = (member: string) =>
  `<xbrldi:explicitMember dimension="us-gaap:StatementClassOfStockAxis">${member}</xbrldi:explicitMember>`;
const shares = (id: string, value: string) =>
  `<dei:EntityCommonStockSharesOutstanding contextRef="${id}" decimals="INF" unitRef="shares">${value}</dei:EntityCommonStockSharesOutstanding>`;
const instance = (...parts: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><xbrl>${parts.join('\n')}</xbrl>`;

/** The form, and the figures, of an issuer with three classes, of which two trade. */
const threeClasses = [
  context('a', '2026-01-28', ofClass('us-gaap:CommonClassAMember')),
  context('b', '2026-01-28', ofClass('us-gaap:CommonClassBMember')),
  context('c', '2026-01-28', ofClass('goog:CapitalClassCMember')),
  context('year-a', '2025-12-31', ofClass('us-gaap:CommonClassAMember')),
  context('year-c', '2025-12-31', ofClass('goog:CapitalClassCMember')),
  '<dei:TradingSymbol contextRef="year-a">GOOGL</dei:TradingSymbol>',
  '<dei:TradingSymbol contextRef="year-c">GOOG</dei:TradingSymbol>',
  shares('a', '5800000000'),
  shares('b', '850000000'),
  shares('c', '5400000000'),
];

describe("a filing's cover", () => {
  it('counts its classes one by one, with the tickers of those that trade', () => {
    expect(readCover(instance(...threeClasses))).toEqual({
      counts: [
        { countedOn: '2026-01-28', shares: 5_800_000_000, shareClass: 'CommonClassA', symbol: 'GOOGL' },
        { countedOn: '2026-01-28', shares: 850_000_000, shareClass: 'CommonClassB' },
        { countedOn: '2026-01-28', shares: 5_400_000_000, shareClass: 'CapitalClassC', symbol: 'GOOG' },
      ],
      refused: [],
    });
  });

  it('with one class names none', () => {
    const { counts } = readCover(instance(context('a', '2026-01-28'), shares('a', '10734920870')));
    expect(counts).toEqual([{ countedOn: '2026-01-28', shares: 10_734_920_870 }]);
  });

  it('is read from the document itself, with figures as people write them', () => {
    const inline = `<html xmlns:ix="x"><body><ix:header><ix:resources>${context('a', '2026-01-28').replaceAll('context', 'xbrli:context').replaceAll('<instant', '<xbrli:instant').replaceAll('</instant', '</xbrli:instant')}</ix:resources></ix:header>
      <p>As of January 28, there were <span><ix:nonFraction unitRef="shares" contextRef="a" decimals="0" name="dei:EntityCommonStockSharesOutstanding" format="ixt:num-dot-decimal" scale="0"><b>10,734,920,870</b></ix:nonFraction></span> shares,
      <ix:nonFraction contextRef="a" name="us-gaap:Assets" scale="6">7</ix:nonFraction></p></body></html>`;
    expect(readCover(inline).counts).toEqual([{ countedOn: '2026-01-28', shares: 10_734_920_870 }]);
    expect(readCover(inline.replace('scale="0"', 'scale="3"').replace('10,734,920,870', '10,734,921')).counts).toEqual([
      { countedOn: '2026-01-28', shares: 10_734_921_000 },
    ]);
  });

  it('refuses a count of a part of the issuer, of no day, and of no number', () => {
    const part = '<xbrldi:explicitMember dimension="dei:LegalEntityAxis">x:SubsidiaryMember</xbrldi:explicitMember>';
    const { counts, refused } = readCover(
      instance(
        context('p', '2026-01-28', part),
        context('q', '2026-01-28'),
        shares('p', '5'),
        shares('?', '5'),
        shares('q', '-5'),
      ),
    );
    expect(counts).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      'it is of a part of the issuer, by a dimension that is no class of shares',
      'its context names no day',
      '"-5" is no number of shares',
    ]);
  });

  it('is in no other text', () => {
    expect(() => readCover('<xbrl></xbrl>')).toThrow(EdgarFileError);
    expect(() => readCover('binary \u0001 < <<')).toThrow(EdgarFileError);
  });
});
