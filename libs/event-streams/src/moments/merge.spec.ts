import type { KnownPlace } from '@streakline/event-store';
import fc from 'fast-check';
import { Heap } from './heap';
import { mergeByKnownAt } from './merge';

const places = fc.array(fc.record({ knownAt: fc.nat({ max: 5 }), position: fc.nat({ max: 50 }) }), { maxLength: 60 });
const inOrder = (all: readonly KnownPlace[]) =>
  [...all].sort((a, b) => a.knownAt - b.knownAt || a.position - b.position);

async function* batchesOf(all: readonly KnownPlace[], size: number): AsyncGenerator<readonly KnownPlace[], void, void> {
  for (let at = 0; at < all.length; at += size) yield await Promise.resolve(all.slice(at, at + size));
}

describe('two streams in the order of knownAt', () => {
  it('are merged into one in that order, whatever their batches are', async () => {
    await fc.assert(
      fc.asyncProperty(places, places, fc.integer({ min: 1, max: 9 }), async (a, b, size) => {
        const merged: KnownPlace[] = [];
        for await (const batch of mergeByKnownAt(batchesOf(inOrder(a), size), batchesOf(inOrder(b), 4)))
          merged.push(...batch);
        expect(merged).toEqual(inOrder([...a, ...b]));
      }),
    );
  });

  it('are both left where the reader leaves', async () => {
    const left: string[] = [];
    async function* endless(name: string): AsyncGenerator<readonly KnownPlace[], void, void> {
      try {
        for (let position = 1; ; position++) yield await Promise.resolve([{ knownAt: 0, position }]);
      } finally {
        left.push(name);
      }
    }
    for await (const batch of mergeByKnownAt(endless('a'), endless('b'))) if (batch.length > 0) break;
    expect(left.sort()).toEqual(['a', 'b']);
  });
});

describe('a heap', () => {
  it('gives the least first, also when the least has grown meanwhile', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 99 }), { minLength: 1 })), (lists) => {
        const heap = new Heap<number[]>((a, b) => a[0]! - b[0]!);
        for (const list of lists) heap.add([...list].sort((a, b) => a - b));
        const taken: number[] = [];
        for (let least = heap.least; least !== undefined; least = heap.least) {
          taken.push(least.shift()!);
          if (least.length === 0) heap.removeLeast();
          else heap.settle();
        }
        expect(taken).toEqual(lists.flat().sort((a, b) => a - b));
      }),
    );
  });
});
