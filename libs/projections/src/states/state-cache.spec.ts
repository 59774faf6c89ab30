import fc from 'fast-check';
import { partitionOf } from '../partitions/partition-of';
import { StateCache } from './state-cache';

const state = (size: number) => ({ state: {}, rows: {}, size });

describe('the cache of states', () => {
  it('lets go of those used longest ago when it holds too much', () => {
    const cache = new StateCache(30);
    for (const key of ['a', 'b', 'c']) cache.set(key, state(10));
    cache.get('a');
    cache.set('d', state(10));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
    expect(cache.size).toBe(30);
  });

  it('counts a state once, however often it is set', () => {
    const cache = new StateCache(30);
    cache.set('a', state(10));
    cache.set('a', state(25));
    expect(cache.size).toBe(25);
    cache.set('a', state(31));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('holds what a list in order of use would hold', () => {
    const use = fc.record({ what: fc.constantFrom('get', 'set', 'delete'), key: fc.constantFrom('a', 'b', 'c', 'd'), size: fc.nat(6) }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(use), (uses) => {
        const cache = new StateCache(10);
        let list: { key: string; size: number }[] = [];
        for (const { what, key, size } of uses) {
          const found = list.find((one) => one.key === key);
          list = list.filter((one) => one.key !== key);
          if (what === 'get') {
            expect(cache.get(key)?.size).toBe(found?.size);
            if (found) list.push(found);
          } else if (what === 'set') {
            cache.set(key, state(size));
            list.push({ key, size });
          } else cache.delete(key);
          while (list.reduce((sum, one) => sum + one.size, 0) > 10) list.shift();
          expect(cache.size).toBe(list.reduce((sum, one) => sum + one.size, 0));
        }
      }),
    );
  });

  it('forgets whole partitions', () => {
    const cache = new StateCache(1_000);
    const keys = Array.from({ length: 50 }, (_, n) => `key-${n}`);
    for (const key of keys) cache.set(key, state(1));
    cache.dropPartitions([3, 4]);
    expect(keys.filter((key) => !cache.get(key))).toEqual(keys.filter((key) => [3, 4].includes(partitionOf(key))));
  });
});
