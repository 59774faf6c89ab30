import { History } from '../../test/history';

const [early, late] = ['2021-03-01T15:00:00Z', '2021-03-08T15:00:00Z'];

describe('what is scheduled', () => {
  it('is the newest word on each kind and period, called off or not', () => {
    const history = new History().listed();
    history.scheduled({ on: '2021-04-28' }, early, '2021-Q1').scheduled({ on: '2021-04-29' }, late, '2021-Q1');
    history
      .scheduled({ on: '2021-07-28' }, early, '2021-Q2')
      .scheduled(null, late, '2021-Q2')
      .scheduled({ on: '2021-05-05' }, early);
    const moments = (asOf: string) =>
      history.known({ asOf: Date.parse(asOf) }).schedules.map(({ period, moment }) => [period, moment]);
    expect(moments('2021-03-01T14:59:59Z')).toEqual([]);
    expect(moments(early)).toEqual([
      [null, { on: '2021-05-05' }],
      ['2021-Q1', { on: '2021-04-28' }],
      ['2021-Q2', { on: '2021-07-28' }],
    ]);
    expect(moments(late)).toEqual([
      [null, { on: '2021-05-05' }],
      ['2021-Q1', { on: '2021-04-29' }],
      ['2021-Q2', null],
    ]);
  });

  it('is the word known last, though an older one was recorded after it', () => {
    const history = new History().listed().scheduled({ on: '2021-04-29' }, late).scheduled({ on: '2021-04-28' }, early);
    expect(history.known().schedules).toMatchObject([{ moment: { on: '2021-04-29' }, position: 2 }]);
  });
});

describe('observations', () => {
  it('stand by instant, then kind and source', () => {
    const history = new History().listed().observed(late, 1).observed(early, 2, early, 'shortInterest');
    history.observed(early, 3, early, 'impliedMove', 'wire').observed(early, 4);
    expect(history.known().observations.map(({ value }) => value)).toEqual([4, 3, 2, 1]);
  });

  it('are, of one kind, source and instant, the one known last', () => {
    const history = new History().listed().observed(early, 0.07).observed(early, 0.08, late);
    history.observed('2021-03-01T15:00:00.000Z', 0.06);
    expect(history.known().observations).toMatchObject([{ value: 0.08, position: 3 }]);
    expect(history.known({ asOf: Date.parse(late) - 1 }).observations).toMatchObject([{ value: 0.06, position: 4 }]);
    expect(history.known({ asOf: Date.parse(early) - 1 }).observations).toEqual([]);
  });
});
