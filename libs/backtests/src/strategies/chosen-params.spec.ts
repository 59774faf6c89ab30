import { chosenParams, paramsFromText } from './chosen-params';

const code = { name: 'drift', params: { hold: 5, short: false, side: 'both' } };

describe('the parameters of a run', () => {
  it('are those given, and the defaults for the rest, in the order of the definition', () => {
    expect(Object.entries(chosenParams(code, { side: 'long', hold: 7 }))).toEqual([
      ['hold', 7],
      ['short', false],
      ['side', 'long'],
    ]);
  });

  it('are read from text as what their defaults are', () => {
    expect(paramsFromText(code, { hold: '-2.5e1', short: 'true', side: '12' })).toEqual({
      ...{ hold: -25, short: true, side: '12' },
    });
  });

  it.each([
    [{ wight: 1 }, 'drift has no parameter wight: it has hold, short, side'],
    [{ hold: '5' }, 'drift: hold is "5": give a number, such as 5'],
    [{ hold: Number.NaN }, 'drift: hold is null: give a number, such as 5'],
    // What every object has of its own accord is no parameter.
    [{ constructor: 'x' }, 'drift has no parameter constructor: it has hold, short, side'],
    [{ toString: 1 }, 'drift has no parameter toString: it has hold, short, side'],
  ])('are refused where the strategy has not asked for them: %j', (given, message) => {
    expect(() => chosenParams(code, given as never)).toThrow(message);
  });
});
