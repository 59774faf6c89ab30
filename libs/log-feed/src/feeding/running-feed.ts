import type { BatchControl, EventLogConsumer, RecordBatch, TopicPartition } from '@streakline/event-log';
import { type FeedOptions, type Positions, readCheckpoints, type VersionFeed } from '@streakline/projections';
import type { LogFeedOptions } from '../log-feed-options';
import { UnreadableReports } from '../unreadable/unreadable-reports';
import { decodeBatch } from './decode-batch';
import { rangesOf } from './events-topic';
import { FedVersion } from './fed-version';
import { GroupCommit } from './group-commit';
import { LookAgain } from './look-again';
import { nearTheEnd, whereToBegin } from './where-to-begin';

/** Follows the log with the partitions that the group gives to this process, and writes them into one version. */
export class RunningFeed implements VersionFeed {
  readonly ended: Promise<void>;
  private end: { resolve: () => void; reject: (error: unknown) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  private readonly version: FedVersion;
  private readonly commits: GroupCommit;
  private readonly reports: UnreadableReports;
  private readonly lookAgain: LookAgain;
  private assigning: Promise<unknown> = Promise.resolve();
  private isAssigning = false;
  private consumer: EventLogConsumer | undefined;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly options: LogFeedOptions,
    private readonly feed: FeedOptions,
  ) {
    this.ended = new Promise((resolve, reject) => (this.end = { resolve, reject }));
    // Whoever does not look at `ended` must not be ended by it.
    this.ended.catch(() => undefined);
    const onTrouble = (error: unknown) => feed.onTrouble?.(error);
    const reports = new UnreadableReports(options.onUnreadable, options.log);
    const version = new FedVersion(feed, {
      topic: options.topic,
      keepsHint: (partition) => reports.isPending(partition),
    });
    const positions = () => version.positions;
    this.commits = new GroupCommit({
      maxEvents: version.maxEvents,
      positions,
      write: (plan, pieces) => version.write(plan, pieces),
      reread: () => version.reread(),
      onTrouble,
    });
    this.lookAgain = new LookAgain({
      head: () => feed.store.head(),
      positions,
      isBusy: () => this.isAssigning || this.commits.isBusy,
      readEnds: (partitions, upTo) => this.readEnds(partitions, upTo),
      readStore: (partitions, upTo) => this.readStore(partitions, upTo),
      onTrouble,
      onMended: () => feed.onOwned?.(positions()),
    });
    [this.version, this.reports] = [version, reports];
  }

  /** Joins the group. Returns the positions of the whole version. */
  async start(): Promise<Positions> {
    const { pool, projection, version } = this.feed;
    const { eventLog, topic, groupPrefix = '', sessionTimeout } = this.options;
    await this.version.takeOver([]);
    await rangesOf(eventLog, topic);
    // Before joining: whoever joined and then failed would keep its partitions.
    const positions = await readCheckpoints(pool, projection.name, version);
    this.consumer = await eventLog.consume({
      group: `${groupPrefix}streakline-${projection.name}-v${version}`,
      topics: [topic],
      onAssigned: (partitions) => this.assign(partitions),
      onRevoked: () => this.commits.drop(),
      eachBatch: (batch, control) => this.take(batch, control),
      ...(sessionTimeout === undefined ? {} : { sessionTimeout }),
    });
    this.consumer.ended.then(this.end.resolve, this.end.reject);
    this.lookAgain.start();
    return positions;
  }

  /** Lets the transaction in hand end. What else was read is read again by whoever has the partitions next. */
  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    this.lookAgain.stop();
    this.reports.stop();
    this.commits.drop();
    await this.consumer?.stop();
    await this.commits.idle();
    this.end.resolve();
  }

  /** One assignment after the other: the last one counts. */
  private assign(partitions: readonly TopicPartition[]) {
    const assigned = this.assigning.catch(() => undefined).then(() => this.takeOver(partitions));
    this.assigning = assigned;
    this.isAssigning = true;
    const over = () => (this.isAssigning = this.assigning !== assigned);
    assigned.then(over, over);
    return assigned;
  }

  private async takeOver(partitions: readonly TopicPartition[]) {
    const { eventLog, topic } = this.options;
    // A transaction under way moves checkpoints that would else be read too early.
    await this.commits.idle();
    const ranges = await rangesOf(eventLog, topic);
    const checkpoints = await this.version.takeOver(partitions.map(({ partition }) => partition));
    return partitions.flatMap(({ partition }) => {
      const [range, checkpoint] = [ranges[partition], checkpoints.get(partition)];
      if (!range || !checkpoint) return [];
      return [{ topic, partition, offset: whereToBegin(checkpoint.offsetHint, range) }];
    });
  }

  private async take(batch: RecordBatch, control: BatchControl): Promise<void> {
    if (this.stopping) return;
    const { partition, topic } = batch;
    const { records, unreadable } = decodeBatch(batch);
    for (const { record, reason } of unreadable) this.reports.add(record, { topic, partition }, reason);
    await this.reports.room(control);
    if (this.stopping) return;
    const end = (batch.records.at(-1)?.offset ?? -1) + 1;
    await this.commits.add({ partition, records, end, done: 0, control });
  }

  private async readEnds(partitions: readonly number[], upTo: number): Promise<void> {
    const { eventLog, topic } = this.options;
    const ranges = await rangesOf(eventLog, topic);
    const empty: number[] = [];
    for (const partition of partitions) {
      const range = ranges[partition];
      if (range && range.first < range.end) this.consumer?.seek({ topic, partition, offset: nearTheEnd(range) });
      else empty.push(partition);
    }
    await this.readStore(empty, upTo);
  }

  /** By a watermark that the log might have had. Records that come meanwhile take its place. */
  private async readStore(partitions: readonly number[], upTo: number): Promise<void> {
    if (this.stopping || this.isAssigning || this.commits.isBusy) return;
    const own = new Set(this.consumer?.assignment.map(({ partition }) => partition));
    // Its prevPosition is its position: all before it is a gap, it moves nothing itself, and no offset hint comes of it.
    const records = [{ offset: 0, position: upTo, prevPosition: upTo, event: null }];
    const control: BatchControl = { heartbeat: () => Promise.resolve(), isStale: () => this.stopping !== undefined };
    const some = partitions.filter((partition) => own.has(partition));
    await Promise.all(some.map((partition) => this.commits.add({ partition, records, end: 0, done: 0, control })));
  }
}
