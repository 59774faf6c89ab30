import { claim, figure, percent, Told } from '../../test/told';
import { claimReport, judge } from '../index';

const told = new Told().closes('2026-01-07', [102, 100, 95]);
const published = { at: '2026-01-09T22:00:00Z' };
const three = { figure: figure(3, 1), unit: 'day' } as const;
const quotation = { text: 'lost 5% on Friday', start: 10, end: 27 };
const friday = claim(told, {
  quotation,
  direction: 'down',
  span: { is: 'session', on: '2026-01-09' },
  change: percent(5),
});

const reportOf = (one: typeof friday) =>
  claimReport(one, judge(one, { known: told.known(), published, claims: [one] }));

describe('the report of a verdict', () => {
  it('quotes the claim, and says in one sentence why', () => {
    expect(reportOf(friday)).toEqual({
      claim: 'lost 5% on Friday',
      verdict: 'supported',
      why: 'From the close of 2026-01-08 (100) to that of 2026-01-09 (95) the price fell 5%.',
    });
  });

  it('names each part where they differ, what is wrong first', () => {
    const wrong = { ...friday, change: percent(7) };
    expect(reportOf(wrong)).toMatchObject({
      verdict: 'partly',
      why: 'the amount is contradicted: From the close of 2026-01-08 (100) to that of 2026-01-09 (95) the price fell 5%, not 7%; the direction is supported: The price fell 5% by 2026-01-09.',
    });
  });

  it('says what a claim states that nobody wrote', () => {
    const added = claim(told, { direction: 'down', length: three });
    expect(reportOf(added)).toMatchObject({ claim: 'down, 3 days in a row', verdict: 'partly' });
  });

  it('has a sentence also for a claim that states nothing about the tape', () => {
    expect(reportOf(claim(told, {}))).toEqual({
      claim: '',
      verdict: 'uncheckable',
      why: 'It states nothing that a tape could show.',
    });
  });
});
