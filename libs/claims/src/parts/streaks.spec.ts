import type { Claim } from '@streakline/events';
import { claim, figure, Told } from '../../test/told';
import { type ClaimVerdict, judge } from '../index';

const verdictOf = (told: Told, one: Claim, at: string, cut = {}): ClaimVerdict =>
  judge(one, { known: told.known(cut), published: { at }, claims: [one] });
const partsOf = ({ parts }: ClaimVerdict) =>
  parts.map(({ part, verdict, reading }) => [part, verdict, ...(reading ?? [])].join(' '));
const days = (value: number, wording: 'plain' | 'atLeast' | 'moreThan' = 'plain') =>
  ({ figure: figure(value, 1, wording), unit: 'day' }) as const;

/* Presidents' Day, Monday 2026-02-16, has no session: that week has four. */
const holidayWeek = () => new Told('XNAS').closes('2026-02-12', [98, 100, 99, 98, 97, 96, 97]);
const FRIDAY_EVENING = '2026-02-20T23:00:00Z';

describe('the length of a streak', () => {
  const told = holidayWeek();

  it('is counted in sessions: a holiday is none', () => {
    const five = claim(told, { direction: 'down', length: days(5) });
    const verdict = verdictOf(told, five, FRIDAY_EVENING);
    expect(partsOf(verdict)).toEqual(['direction supported', 'length contradicted']);
    expect(verdict.parts[1]).toMatchObject({
      found: { value: 4, unit: 'session' },
      why: 'The closes show 4 sessions falling in a row, 2026-02-17 to 2026-02-20 (100 to 96), not 5 sessions.',
    });
    expect(verdictOf(told, { ...five, length: days(4) }, FRIDAY_EVENING).verdict).toBe('supported');
  });

  it('told in days may mean calendar days, where sessions do not bear it out', () => {
    // 2026-02-12 to 2026-02-17 are six calendar days with three sessions.
    const acrossHoliday = new Told('XNAS').closes('2026-02-11', [100, 99, 98, 97, 98]);
    const six = claim(acrossHoliday, { direction: 'down', length: days(6) });
    expect(partsOf(verdictOf(acrossHoliday, six, '2026-02-17T22:00:00Z'))).toEqual([
      ...['direction supported', 'length contradicted sessions', 'length supported calendarDays'],
    ]);
    const asSessions = { ...six, length: { figure: figure(6, 1), unit: 'session' as const } };
    expect(partsOf(verdictOf(acrossHoliday, asSessions, '2026-02-17T22:00:00Z'))).toContain('length contradicted');
  });

  it('is what it was when the article appeared, whatever followed', () => {
    const two = claim(told, { direction: 'down', length: days(2) });
    expect(verdictOf(told, two, '2026-02-18T22:00:00Z').verdict).toBe('supported');
    expect(verdictOf(told, two, '2026-02-18T22:00:00Z', { asOf: Date.parse('2026-02-18T22:00:00Z') }).verdict).toBe(
      'supported',
    );
  });

  it('on a session is what it was at that close', () => {
    const third = claim(told, { direction: 'down', length: days(3), span: { is: 'session', on: '2026-02-19' } });
    expect(verdictOf(told, third, FRIDAY_EVENING).verdict).toBe('supported');
    const wrongDay = { ...third, span: { is: 'session', on: '2026-02-13' } } as const;
    expect(partsOf(verdictOf(told, wrongDay, FRIDAY_EVENING))).toEqual([
      'direction contradicted',
      'length contradicted',
    ]);
  });

  it('of a session that had not closed is uncheckable', () => {
    const fourth = claim(told, { direction: 'down', length: days(4), span: { is: 'session', on: '2026-02-20' } });
    expect(verdictOf(told, fourth, '2026-02-20T17:00:00Z').verdict).toBe('uncheckable');
  });

  it('"every day this week" holds if every session of the week so far moved that way', () => {
    const range = { is: 'range', from: '2026-02-16', to: '2026-02-22' } as const;
    const every = claim(told, { direction: 'down', length: days(4, 'atLeast'), span: range });
    expect(partsOf(verdictOf(told, every, FRIDAY_EVENING))).toEqual(['direction supported', 'length supported']);
    expect(partsOf(verdictOf(told, { ...every, direction: 'up' }, FRIDAY_EVENING))).toEqual([
      ...['direction contradicted', 'length contradicted'],
    ]);
  });

  it('is found after it has ended, but not from long before', () => {
    const four = claim(told, { direction: 'down', length: days(4) });
    expect(verdictOf(told, four, '2026-02-23T22:00:00Z').verdict).toBe('supported');
    const flat = Array.from({ length: 40 }, (_, i) => 100 + (i % 2));
    const longAgo = new Told('XNAS').closes('2026-02-12', [98, 100, 99, 98, 97, 96, ...flat]);
    expect(partsOf(verdictOf(longAgo, four, '2026-04-15T22:00:00Z'))).toContain('length contradicted');
  });

  it('needs bars up to the article', () => {
    const four = claim(told, { direction: 'down', length: days(4) });
    const verdict = verdictOf(told, four, '2026-03-06T22:00:00Z');
    expect(verdict.parts[1]).toMatchObject({ verdict: 'uncheckable', missing: 'the bar of 2026-03-06' });
  });

  it('in weeks goes by the last closes of weeks', () => {
    // Fridays: 100, 99, 98, 97; within each week closes go up and down.
    const weekly = new Told('XNAS').closes('2026-01-09', [
      100,
      ...[102, 101, 103, 99.5, 99],
      ...[99.8, 99.2, 98.9, 98],
      ...[98.5, 97.5, 99, 97.2, 97],
    ]);
    const three = claim(weekly, { direction: 'down', length: { figure: figure(3, 1), unit: 'week' } });
    expect(verdictOf(weekly, three, '2026-01-31T12:00:00Z').parts[1]).toMatchObject({
      verdict: 'supported',
      found: { value: 3, unit: 'week' },
    });
  });
});

describe('what a streak has to do with an announcement', () => {
  const told = holidayWeek()
    .announced('earnings', { on: '2026-02-17', timing: 'afterClose' })
    .announced('deal', { on: '2026-02-17' })
    .announced('leadership', { at: '2026-02-16T15:00:00Z' });
  const after = (kind: 'earnings' | 'deal' | 'leadership' | 'product', on?: string, causal = false): Claim =>
    claim(told, {
      direction: 'down',
      length: days(4),
      relation: { is: 'following', announcement: { kind, ...(on === undefined ? {} : { on }) }, causal },
    });
  const relationOf = (one: Claim) =>
    verdictOf(told, one, FRIDAY_EVENING).parts.filter(({ part }) => part === 'relation');

  it('is judged by sessions: one before day 0 contradicts that it followed', () => {
    expect(relationOf(after('earnings'))).toMatchObject([
      {
        verdict: 'contradicted',
        why: expect.stringContaining('1 of 4 sessions (2026-02-17) came before day 0, 2026-02-18'),
      },
    ]);
    expect(relationOf(after('leadership'))).toMatchObject([{ verdict: 'supported' }]);
  });

  it('is both where a bare date leaves two candidates for day 0', () => {
    expect(relationOf(after('deal')).map(({ verdict, reading }) => [verdict, reading])).toEqual([
      ['supported', ['firstCandidate']],
      ['contradicted', ['secondCandidate']],
    ]);
  });

  it('is never a cause', () => {
    expect(relationOf(after('leadership', undefined, true)).map(({ verdict, reading }) => [verdict, reading])).toEqual([
      ['supported', undefined],
      ['uncheckable', ['cause']],
    ]);
  });

  it('says so where the announcement is of another date, or not on record', () => {
    expect(relationOf(after('earnings', '2026-02-16'))).toMatchObject([
      { verdict: 'contradicted' },
      {
        verdict: 'contradicted',
        reading: ['date'],
        why: 'The announcement on record is of 2026-02-17, not of 2026-02-16.',
      },
    ]);
    expect(relationOf(after('product', '2026-02-17'))).toMatchObject([
      { verdict: 'uncheckable', missing: 'the announcement of kind product of 2026-02-17' },
    ]);
  });

  it('may be before it, or on its day', () => {
    const before = claim(told, {
      direction: 'up',
      span: { is: 'session', on: '2026-02-13' },
      relation: { is: 'preceding', announcement: { kind: 'earnings' }, causal: false },
    });
    expect(relationOf(before)).toMatchObject([{ verdict: 'supported' }]);
    const onDay = { is: 'onDayOf', announcement: { kind: 'earnings' }, causal: false } as const;
    expect(relationOf({ ...before, relation: onDay })).toMatchObject([{ verdict: 'contradicted' }]);
    expect(relationOf({ ...before, span: { is: 'session', on: '2026-02-18' }, relation: onDay })).toMatchObject([
      { verdict: 'supported' },
    ]);
  });
});

describe('a claim about nobody on record', () => {
  it('is uncheckable in every part', () => {
    const subject = { name: 'OpenAI' };
    const one: Claim = { id: 'c1', subject, direction: 'down', length: days(3) };
    const verdict = judge(one, { known: null, published: { at: FRIDAY_EVENING }, claims: [one] });
    expect(partsOf(verdict)).toEqual(['direction uncheckable', 'length uncheckable']);
    expect(verdict).toMatchObject({
      verdict: 'uncheckable',
      parts: [{ missing: 'a listing of OpenAI, with its bars' }, {}],
    });
  });
});
