import { complete, type Stepwise } from './progress';

function* counting(to: number): Stepwise<string> {
  for (let done = 0; done < to; done++) yield { phase: 'counting', done, total: to };
  return 'counted';
}

describe('a computation in steps', () => {
  it('is driven to its end in one go', () => {
    expect(complete(counting(3))).toBe('counted');
    expect(complete(counting(0))).toBe('counted');
  });

  it('shows where it is, and can be left at any step', () => {
    const steps = counting(3);
    expect(steps.next().value).toEqual({ phase: 'counting', done: 0, total: 3 });
    expect(steps.next().value).toEqual({ phase: 'counting', done: 1, total: 3 });
    steps.return('given up');
    expect(steps.next().done).toBe(true);
  });
});
