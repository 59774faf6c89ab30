import { ByteCache } from './byte-cache';

describe('a cache of so many bytes', () => {
  it('lets go of what was used longest ago', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'first', 4);
    cache.set('b', 'second', 4);
    expect(cache.get('a')).toBe('first');
    cache.set('c', 'third', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['first', undefined, 'third']);
    expect(cache.bytes).toBe(8);
  });

  it('counts what is kept once more only once', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'first', 4);
    cache.set('a', 'again', 6);
    expect([cache.get('a'), cache.bytes]).toEqual(['again', 6]);
  });

  it('keeps alone what is larger than all of it', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'first', 4);
    cache.set('b', 'large', 40);
    expect([cache.get('a'), cache.get('b'), cache.bytes]).toEqual([undefined, 'large', 40]);
    cache.set('c', 'small', 1);
    expect([cache.get('b'), cache.get('c'), cache.bytes]).toEqual([undefined, 'small', 1]);
  });
});
