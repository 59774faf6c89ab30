import { again } from './again';
import { fieldOfPointer, problemsByField } from './field-of-pointer';
import { scopesOf, scopeWords } from './scope';
import { readStreakForm, streakDefaults, valuesOfStreakRequest } from './streak-request';

const read = (values: Readonly<Record<string, string>>) => readStreakForm({ ...streakDefaults, ...values });

describe('the form of a streak study', () => {
  it('names its primary comparison, and asks the rest with the defaults of the API', () => {
    expect(read({ kinds: 'earnings', primary: 'lengthFromDay0/falling' })).toMatchObject({
      problems: {},
      request: {
        ...{ selection: { kinds: ['earnings'] }, primary: { outcome: 'lengthFromDay0', direction: 'falling' } },
        ...{ window: { from: -5, to: 20 }, minMatches: 10, horizon: 10, permutations: 999, bootstrap: 999 },
        ...{ confidence: 0.95, seed: 1 },
      },
    });
  });

  it.each([
    ['a comparison that is not made', { primary: 'began/any' }, 'primary'],
    ['a window beside day 0', { window: '1..5' }, 'window'],
    ['too few shifts', { permutations: '5' }, 'permutations'],
    ['a horizon of nothing', { horizon: '0' }, 'horizon'],
  ])('refuses %s at its field', (_, values, field) => {
    expect(Object.keys(read(values).problems)).toEqual([field]);
  });

  it('holds a request as it was asked', () => {
    const { request } = read({
      kinds: 'deal',
      window: '-3..10',
      bootstrap: '0',
      known: '2026-02-20',
      confidence: '90',
    });
    if (request === null) throw new Error('it was refused');
    expect(read(valuesOfStreakRequest(request)).request).toEqual(request);
  });

  it('is a link: a study leads back to the form that would ask for it, with what differs from the defaults', () => {
    const { request } = read({ kinds: 'deal', primary: 'extended/falling', horizon: '20' });
    const link = again({ kind: 'streak', study: { request: request ?? {} } });
    expect(link).toBe('/studies?kinds=deal&horizon=20&of=streaks');
  });
});

describe('what the server refuses', () => {
  it.each([
    ['/selection/instruments/0', 'instruments'],
    ['/selection/size/max', 'sizeMax'],
    ['/selection', ''],
    ['/windows/1', 'windows'],
    ['/estimation/to', 'estimation'],
    ['/screens/thinTrading', 'screen.thinTrading'],
    ['/variants/patellWindow', 'patellWindow'],
    ['/omitFromEstimation/from', 'omitDays'],
    ['/groupBy/surprise', 'groupDetail'],
    ['/regression/on/0', 'regressOn'],
    ['/asOf', 'known'],
    ['/asRecorded', 'position'],
    ['/primary', 'primary'],
    ['', ''],
  ])('stands at its field: %s', (pointer, field) => {
    expect(fieldOfPointer(pointer)).toBe(field);
  });

  it('is said of the whole form where the form has no such field', () => {
    const told = [
      { pointer: '/windows/0', detail: 'It lies outside.' },
      { pointer: '/colour', detail: 'It is unknown.' },
    ];
    expect(problemsByField(told, ['windows'])).toEqual({ windows: 'It lies outside.', '': 'It is unknown.' });
  });
});

describe('how much a selection may take', () => {
  it('is asked for each instrument and kind, and not at all where those are too many', () => {
    const span = { from: '2025-01-01', to: undefined };
    expect(scopesOf({ instruments: [], kinds: [], ...span })).toEqual([{ from: '2025-01-01' }]);
    expect(scopesOf({ instruments: ['A:A', 'B:B'], kinds: ['deal'], ...span })).toEqual([
      { instrument: 'A:A', kind: 'deal', from: '2025-01-01' },
      { instrument: 'B:B', kind: 'deal', from: '2025-01-01' },
    ]);
    expect(scopesOf({ instruments: ['A:A', 'B:B', 'C:C'], kinds: ['deal', 'other', 'product'], ...span })).toBeNull();
  });

  it('adds up, and says so where there is more than was counted', () => {
    const [few, many] = [
      { count: 3, isMore: false },
      { count: 200, isMore: true },
    ];
    expect(scopeWords([few, undefined])).toBeNull();
    expect(scopeWords([{ count: 1, isMore: false }])).toContain('1 announcement on record fits');
    expect(scopeWords([few, many])).toContain('More than 203 announcements on record fit');
    expect(scopeWords([{ count: 0, isMore: false }])).toContain('No announcement');
  });
});
