import { type EventHead, stepAt } from './step-at';

const heads = [3, 7, 16].map((position): EventHead => ({ position, type: '', knownAt: '', recordedAt: '' }));
const step = (position: number) => {
  const { previous, current, next, place } = stepAt(heads, position);
  return [previous?.position, current?.position, next?.position, place];
};

describe('a step through events', () => {
  it('knows its neighbours, and where the list ends', () => {
    expect(step(3)).toEqual([undefined, 3, 7, 1]);
    expect(step(7)).toEqual([3, 7, 16, 2]);
    expect(step(16)).toEqual([7, 16, undefined, 3]);
  });

  it('can stand between events, as a link to another position does', () => {
    expect(step(10)).toEqual([7, undefined, 16, 2]);
    expect(step(1)).toEqual([undefined, undefined, 3, 0]);
    expect(step(99)).toEqual([16, undefined, undefined, 3]);
  });
});
