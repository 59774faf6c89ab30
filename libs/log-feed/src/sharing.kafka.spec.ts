import type { FeedOptions, Projector, ProjectorOptions, StartFeed } from '@streakline/projections';
import { addAmount, describeWithKafka, tallyProjection, until } from '@streakline/testing';
import { FedFromKafka } from '../test/fed-from-kafka';

describeWithKafka('projectors on one topic', (kafka) => {
  let fed: FedFromKafka;
  beforeEach(async () => {
    fed = await FedFromKafka.create(kafka());
  });
  afterEach(() => fed.dispose());

  const addSome = async (count: number): Promise<number> => {
    const added = Array.from({ length: count }, (_, at) =>
      addAmount(fed.made.store, [`a${at % 40}`, `b${at % 5}`], at),
    );
    return Math.max(...(await Promise.all(added)));
  };
  const startCounting = async (options: Partial<ProjectorOptions> = {}) => {
    const folded: number[] = [];
    const projection = tallyProjection({ onApply: ({ position }) => void folded.push(position) });
    return { folded, projector: await fed.start({ projection, ...options }) };
  };
  const sizes = (projectors: readonly Projector[]) => projectors.map((one) => one.status().partitions.size);

  it('share its partitions, and none is idle', async () => {
    const backlog = addSome(500);
    const started = await Promise.all([1, 2, 3].map(() => startCounting()));
    const projectors = started.map(({ projector }) => projector);
    await until('each has its share', () => sizes(projectors).join() === '4,4,4');
    await backlog;
    fed.startRelay();
    const position = await addSome(100);
    for (const one of projectors) expect(await one.waitUntil(position, 30_000)).toBe(true);
    for (const { folded } of started) expect(folded.length).toBeGreaterThan(0);
    for (const one of projectors) expect(one.status()).toMatchObject({ state: 'following', position, problem: null });
    await fed.expectEqualToRebuild();
  });

  it('take over from each other while they write', async () => {
    fed.startRelay();
    const [steady] = await Promise.all([fed.start(), addSome(50)]);
    let last = 0;
    let busy = true;
    const adding = (async () => {
      while (busy) last = await addSome(20);
    })();
    for (let turn = 0; turn < 4; turn += 1) {
      const other = await fed.start();
      await until('it has a share', () => other.status().partitions.size === 6);
      if (turn % 2 === 0) await other.stop();
      else void other.stop();
    }
    busy = false;
    await adding;
    expect(await steady.waitUntil(last, 30_000)).toBe(true);
    await fed.expectEqualToRebuild();
  });

  it('fence each other where both believe to have the same partitions', async () => {
    fed.startRelay();
    const one = await fed.start();
    // Of another group: as a process that was frozen, lost its partitions and does not know it yet.
    const zombie = await fed.start({ startFeed: fed.feed({ groupPrefix: `${fed.topic}-zombie-` }) });
    for (let turn = 0; turn < 5; turn += 1) {
      const position = await addSome(30);
      for (const each of [one, zombie]) expect(await each.waitUntil(position, 30_000)).toBe(true);
    }
    for (const each of [one, zombie]) expect(each.status().problem).toBeNull();
    await fed.expectEqualToRebuild();
  });

  it('keep their partitions during a fold that takes longer than the group waits for a sign of life', async () => {
    fed.startRelay();
    await (await fed.start()).stop();
    const position = await addSome(40);
    const shares: number[] = [];
    const feed = fed.feed({ sessionTimeout: 6_000 });
    const startFeed: StartFeed = (options: FeedOptions) =>
      feed({ ...options, onOwned: (own) => (shares.push(own.size), options.onOwned?.(own)) });
    const folded: number[] = [];
    const onApply = ({ position: at }: { position: number }) => {
      folded.push(at);
      for (const end = Date.now() + 100; Date.now() < end;);
    };
    const slow = await fed.start({ startFeed, projection: tallyProjection({ onApply }) });
    expect(await slow.waitUntil(position, 40_000)).toBe(true);
    expect(folded).toHaveLength(80);
    expect(shares).toEqual([0, 12]);
  });
});
