import { randomUUID } from 'node:crypto';
import type { Append, AppendResult, ExpectedVersion } from '@streakline/event-store';
import fc from 'fast-check';
import { anEvent, collect } from './builders';
import type { StoreUnderTest } from './store-under-test';

interface PlannedAppend {
  readonly streams: readonly { readonly stream: number; readonly expected: ExpectedVersion; readonly events: number }[];
  readonly byAnother: boolean;
  readonly repeats: boolean;
}

const expected = fc.oneof(fc.constantFrom<ExpectedVersion>('none', 'exists', 'any'), fc.nat({ max: 4 }));
const planned: fc.Arbitrary<PlannedAppend> = fc.record({
  streams: fc.uniqueArray(fc.record({ stream: fc.nat({ max: 3 }), expected, events: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ stream }) => stream,
  }),
  byAnother: fc.boolean(),
  repeats: fc.boolean(),
});

/** What a store should hold, kept in the plainest way. */
class Model {
  readonly versions = new Map<string, number>();
  readonly stored: string[] = [];

  apply({ streams }: Append): 'appended' | 'versionConflict' {
    const at = (streamId: string) => this.versions.get(streamId) ?? 0;
    const isMet = (streamId: string, version: ExpectedVersion) =>
      version === 'any' ||
      (version === 'exists' ? at(streamId) > 0 : at(streamId) === (version === 'none' ? 0 : version));
    if (!streams.every(({ streamId, expectedVersion }) => isMet(streamId, expectedVersion))) return 'versionConflict';
    for (const { streamId, events } of streams) {
      this.versions.set(streamId, at(streamId) + events.length);
      this.stored.push(...events.map(({ id }) => `${streamId} ${id}`));
    }
    return 'appended';
  }
}

export function describeModel(stores: () => StoreUnderTest): void {
  const appendOf = (plan: PlannedAppend, prefix: string): Append => ({
    streams: plan.streams.map(({ stream, expected: expectedVersion, events }) => ({
      streamId: `${prefix}-${stream}`,
      expectedVersion,
      events: Array.from({ length: events }, () => anEvent({ id: randomUUID() })),
    })),
  });

  it('agrees with a plain model on any sequence of appends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { minLength: 1, maxLength: 15 }), async (plans) => {
        const { store, another } = stores();
        const [prefix, before, model] = [randomUUID(), await store.head(), new Model()];
        for (const plan of plans) {
          const append = appendOf(plan, prefix);
          const should = model.apply(append);
          expect((await (plan.byAnother ? another : store).append(append)).outcome).toBe(should);
          if (plan.repeats && should === 'appended')
            expect((await store.append(append)).outcome).toBe('alreadyAppended');
        }
        expect((await collect(store, before)).map(({ streamId, id }) => `${streamId} ${id}`)).toEqual(model.stored);
      }),
      { numRuns: 40 },
    );
  });

  it('gives appends made at the same moment an order in which the model explains every answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { minLength: 2, maxLength: 25 }), async (plans) => {
        const { store, another } = stores();
        const [prefix, before, model] = [randomUUID(), await store.head(), new Model()];
        const appends = plans.map((plan) => appendOf(plan, prefix));
        const results = await Promise.all(
          appends.map((append, index) => (plans[index]?.byAnother ? another : store).append(append)),
        );
        const inOrder = appends
          .map((append, index) => ({ append, position: firstPosition(results[index]) }))
          .filter(({ position }) => position > 0);
        inOrder.sort((x, y) => x.position - y.position);
        for (const { append } of inOrder) expect(model.apply(append)).toBe('appended');
        const events = await collect(store, before);
        expect(events.map(({ streamId, id }) => `${streamId} ${id}`)).toEqual(model.stored);
        expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => before + 1 + index));
      }),
      { numRuns: 30 },
    );
  });
}

function firstPosition(result: AppendResult | undefined): number {
  return result?.outcome === 'appended' ? (result.events[0]?.position ?? 0) : 0;
}
