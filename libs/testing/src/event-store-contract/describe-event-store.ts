import { describeAppending } from './appending';
import { describeExpectedVersions } from './expected-versions';
import { describeIdempotence } from './idempotence';
import { describeModel } from './model';
import { describeReading } from './reading';
import { describeReadingRaw } from './reading-raw';
import type { StoreUnderTest } from './store-under-test';
import { describeSubscribing } from './subscribing';

/** Every sentence that a store must hold; each adapter's spec calls it. */
export function describeEventStore(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`${name}, as an event store,`, () => {
    let made: StoreUnderTest;
    beforeAll(async () => {
      made = await makeStore();
    });
    afterAll(() => made.dispose());

    const stores = () => made;
    describeAppending(stores);
    describeExpectedVersions(stores);
    describeIdempotence(stores);
    describeReading(stores);
    describeReadingRaw(stores);
    describeSubscribing(stores);
    describeModel(stores);
  });
}
