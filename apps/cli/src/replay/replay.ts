import { setTimeout as wait } from 'node:timers/promises';
import type { KnownPlace, RawEvent } from '@streakline/event-store';
import { Listings, type ListingsAt, Pace, placeText, readMoments, readPlace } from '@streakline/event-streams';
import { catalogue } from '@streakline/events';
import { InterruptedError, UsageError } from '../failures';
import type { KafkaOptions } from '../kafka/kafka-options';
import { openProjections, type StorageOptions } from '../projections/open-projections';
import { stopSignal } from '../serve/stop-signal';
import { print } from '../output/print';
import { PauseControl } from './pause-control';
import { duration, ReplayDisplay } from './replay-display';
import type { Sink } from './sink';
import { stdoutSink } from './stdout-sink';

export interface ReplayOptions extends StorageOptions, KafkaOptions {
  /** Epoch milliseconds. */
  readonly from?: number;
  readonly to?: number;
  /** Times real time; Infinity: as fast as it goes. */
  readonly speed: number;
  readonly types?: readonly string[];
  readonly instruments?: readonly string[];
  readonly after?: string;
  readonly stdout?: boolean;
  readonly toTopic?: string;
  readonly json?: boolean;
}

/** How long at most until a pause or an end is noticed, in milliseconds. */
const LOOK_EVERY_MS = 50;

export async function replay(options: ReplayOptions): Promise<void> {
  const behind = checked(options);
  const stop = stopSignal();
  const open = await openProjections(options);
  const { store } = open;
  try {
    const upTo = await store.head();
    const listings = await new Listings(store).at(upTo);
    const { types, from, to } = options;
    const keys = options.instruments?.map((ref) => idOf(ref, listings));
    const batches = readMoments(store, listings, { types, keys, from, before: to, behind, upTo });
    const sink = await sinkOf(options);
    try {
      await new Replay(options, sink, stop, behind, upTo).run(batches);
    } finally {
      await sink.close();
    }
  } finally {
    await open.close();
  }
}

function checked({ from, to, types, after, stdout, toTopic }: ReplayOptions): KnownPlace | undefined {
  if (stdout === true && toTopic !== undefined) throw new UsageError('name one of --stdout and --to-topic');
  if (from !== undefined && to !== undefined && from >= to) throw new UsageError('--to must be later than --from');
  const unknown = types?.find((type) => !catalogue.has(type));
  if (unknown !== undefined)
    throw new UsageError(`there is no type of event ${unknown}; there are: ${[...catalogue.keys()].sort().join(', ')}`);
  const behind = after === undefined ? undefined : readPlace(after);
  if (after !== undefined && behind === undefined)
    throw new UsageError(`--after ${after} is no cursor of a replay, such as 2026-02-27T21:00:00.000Z~1234`);
  return behind;
}

function idOf(ref: string, listings: ListingsAt): string {
  const id = listings.resolve(ref);
  if (id === undefined) throw new UsageError(`no instrument on record is called ${ref}: use MIC:SYMBOL, or an id`);
  return id;
}

async function sinkOf(options: ReplayOptions): Promise<Sink> {
  if (options.toTopic === undefined) return stdoutSink();
  return (await import('./topic-sink')).topicSink(options.toTopic, options);
}

class Replay {
  private readonly pace: Pace;
  private display: ReplayDisplay | undefined;
  private records = 0;
  /** The last record that was handed over. */
  private place: KnownPlace | undefined;

  constructor(
    private readonly options: ReplayOptions,
    private readonly sink: Sink,
    private readonly stop: AbortSignal,
    behind: KnownPlace | undefined,
    /** History is told as it was stored up to here. */
    private readonly upTo: number,
  ) {
    this.pace = new Pace(options.speed);
    this.place = behind;
  }

  async run(batches: AsyncIterable<readonly RawEvent[]>): Promise<void> {
    const pauses = new PauseControl(this.pace, (line) => this.display?.say(line));
    pauses.open();
    try {
      for await (const batch of batches) {
        for (const event of batch) if (!(await this.tell(event))) return await this.interrupted();
      }
      await this.sink.flush();
      this.announce();
      await this.conclude(`${this.records.toLocaleString('en-US')} records were told`, true);
    } finally {
      this.display?.clear();
      pauses.close();
    }
  }

  /** False where the replay is to end before this event. */
  private async tell(event: RawEvent): Promise<boolean> {
    if (this.display === undefined) this.announce(event.knownAt);
    if (!(await this.untilDue(event.knownAt))) return false;
    await this.sink.take(event);
    this.records += 1;
    this.place = event;
    this.display?.show({ records: this.records, instant: event.knownAt });
    return true;
  }

  private async untilDue(instant: number): Promise<boolean> {
    for (let flushed = false; !this.stop.aborted; flushed = true) {
      const ms = this.pace.dueIn(instant);
      if (ms <= 0 && !this.pace.isPaused) return true;
      // What was told before this is due now, and must not wait with it.
      if (!flushed) await this.sink.flush();
      await wait(this.pace.isPaused ? LOOK_EVERY_MS : Math.min(ms, LOOK_EVERY_MS));
    }
    return false;
  }

  private announce(first = this.options.to ?? Date.now()): void {
    if (this.display !== undefined) return;
    const { speed, to = Date.now() } = this.options;
    const from = Math.max(this.options.from ?? first, this.place?.knownAt ?? -Infinity);
    this.pace.begin(from);
    const output = process.stdout.isTTY && this.options.toTopic === undefined ? silentLine : process.stderr;
    this.display = new ReplayDisplay({ from, to }, output);
    if (speed === Infinity) return;
    const takes = duration((to - from) / speed);
    this.display.say(
      `${new Date(from).toISOString()} to ${new Date(to).toISOString()} at ${speed} times real time takes ${takes}`,
    );
  }

  /** What became of it: in words, or as one document, beside the records where standard output has these. */
  private async conclude(words: string | undefined, complete: boolean): Promise<void> {
    if (this.options.json !== true) {
      if (words !== undefined) this.display?.say(words);
      return;
    }
    this.display?.clear();
    const after = this.place === undefined ? null : placeText(this.place);
    const document = `${JSON.stringify({ records: this.records, complete, after, position: this.upTo })}\n`;
    if (this.options.toTopic === undefined) process.stderr.write(document);
    else await print(document);
  }

  private async interrupted(): Promise<never> {
    await this.sink.flush();
    await this.conclude(undefined, false);
    const on = this.place === undefined ? '' : `; go on with --after ${placeText(this.place)}`;
    throw new InterruptedError(`interrupted after ${this.records.toLocaleString('en-US')} records${on}`);
  }
}

/** Where the records themselves run over the terminal, a line that is drawn anew would tear them apart: words alone. */
const silentLine = {
  isTTY: false,
  write: (text: string) => process.stderr.write(text),
};
