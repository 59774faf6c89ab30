import { probabilityOfRun, type SignChain } from '../src';

describe('the example on the front door', () => {
  it('gives what it says', () => {
    const coin: SignChain = {
      first: [0.5, 0, 0.5],
      next: [
        [0.5, 0, 0.5],
        [0.5, 0, 0.5],
        [0.5, 0, 0.5],
      ],
    };
    expect(probabilityOfRun(coin, { direction: 'falling', length: 9, sessions: 252 })).toBeCloseTo(0.2145, 4);
  });
});
