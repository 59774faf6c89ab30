import { askOf, draftOf } from './ask-fields';

const DEFAULTS = { threshold: 0.05, hold: 20, short: true, tag: 'x' };
const SPAN = { from: '2017-01-01', to: '2026-01-01' };

describe('the form that asks for a backtest', () => {
  it('says what differs from the defaults, and leaves the rest out', () => {
    const draft = { ...SPAN, 'params.hold': '10', 'params.short': false, 'params.threshold': '0.05', seed: ' ' };
    expect(askOf('drift', DEFAULTS, draft).request).toEqual({
      strategy: 'drift',
      params: { hold: 10, short: false },
      settings: SPAN,
    });
  });

  it('reads instruments however they are parted, numbers, flags, and what lies deeper', () => {
    const draft = {
      ...SPAN,
      universe: 'XNAS:AMZN, XNAS:AAPL;XNYS:IBM\n',
      'costs.slippageRate': '0',
      'costs.borrowRate': '0.01',
      initialCash: '5e6',
      allowShort: false,
      fractionalShares: false,
      fillAt: 'close',
    };
    expect(askOf('drift', {}, draft).request?.settings).toEqual({
      ...SPAN,
      universe: ['XNAS:AMZN', 'XNAS:AAPL', 'XNYS:IBM'],
      costs: { slippageRate: 0, borrowRate: 0.01 },
      initialCash: 5_000_000,
      allowShort: false,
      fillAt: 'close',
    });
  });

  it('tells at its field what is no number', () => {
    const { errors } = askOf('drift', DEFAULTS, { ...SPAN, 'params.hold': 'long', seed: '1x', 'params.threshold': '' });
    expect(errors).toEqual({
      'params.hold': expect.stringContaining('long is no number'),
      'params.threshold': expect.stringContaining('Nothing is no number'),
      seed: expect.stringContaining('1x is no number'),
    });
  });

  it('is filled in by a run that was asked for before, and asks for the same', () => {
    const asked = {
      strategy: 'drift',
      params: { hold: 10, short: false },
      settings: { ...SPAN, universe: ['XNAS:AMZN'], costs: { slippageRate: 0.001 }, allowShort: false },
    };
    const { request } = askOf('drift', { hold: 20, short: true }, draftOf(asked));
    expect(request).toEqual(asked);
  });
});
