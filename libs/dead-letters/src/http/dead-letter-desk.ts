import { EventLogError, whyNotRetried } from '@streakline/event-log';
import type { EventStore } from '@streakline/event-store';
import { listParked, type Projection } from '@streakline/projections';
import { ProblemException } from '@streakline/web-api';
import type { Pool } from 'pg';
import { closeEntries } from '../acting/close-entries';
import type { Done, Outcome } from '../acting/outcome';
import { retryEntries } from '../acting/retry-entries';
import { parkedEntry, recordEntries } from '../entries/entries-of';
import { type Entry, idOf } from '../entries/entry';
import { parkedEventOf, valueOfLetter } from '../entries/shown-entry';
import type { ParkedSource, Sources } from '../entries/sources';
import type { KafkaLetters } from '../kafka/kafka-letters';
import type { DeadLetterDetail, Unseen } from './dead-letters.answers';
import { detailOfLetter, detailOfParked } from './detail-of';
import { asProblem, doneOf, goneProblem, logProblem, unknownProblem } from './problems';

export interface DeadLetterDeskParts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projections: readonly Projection[];
  /** Left out: this process knows no Kafka, and shows parked events alone. */
  readonly kafka?: KafkaLetters | undefined;
}

export interface SeenEntries {
  readonly entries: readonly Entry[];
  readonly unseen: readonly Unseen[];
}

const NO_KAFKA =
  'This process knows no Kafka. Ask a query process that is told KAFKA_BROKERS, or run streakline dead-letters list.';

/** What a process that answers needs of dead letters: looking, retrying, closing, over what it can reach. */
export class DeadLetterDesk {
  readonly pool: Pool;
  private readonly storage: ParkedSource;
  private readonly kafka: KafkaLetters | undefined;

  constructor({ pool, store, projections, kafka }: DeadLetterDeskParts) {
    this.pool = pool;
    this.storage = { pool, store, projections };
    this.kafka = kafka;
  }

  /** All that is open and can be seen from here. Kafka away is told, and hides no parked event. */
  async seen(): Promise<SeenEntries> {
    const [records, parked] = await Promise.all([this.records(), listParked(this.pool)]);
    return { entries: [...records.entries, ...parked.map(parkedEntry)], unseen: records.unseen };
  }

  /** Whether it can be retried as it is, and if not, why. */
  whyNotRetried(entry: Entry): string | null {
    if (entry.kind === 'parked' || this.kafka === undefined) return null;
    return whyNotRetried(entry.letter, this.kafka.topics, false);
  }

  async show(id: string): Promise<DeadLetterDetail> {
    const entry = await this.find(id);
    const { kafka } = this;
    if (entry.kind === 'parked') return detailOfParked(entry.parked, await parkedEventOf(this.storage, entry.parked));
    const found = kafka && (await asProblem(() => kafka.use((source) => valueOfLetter(source, entry.letter))));
    if (found === undefined) throw goneProblem(entry.letter);
    return detailOfLetter(entry.letter, found.value, this.whyNotRetried(entry));
  }

  /** @throws ProblemException where it is not open, or cannot be retried */
  retry(id: string, value?: Buffer): Promise<Done> {
    return this.act(id, (entry, sources) => {
      if (entry.kind === 'parked' && value !== undefined) throw parkedTakesNoValue();
      return retryEntries([entry], sources, value);
    });
  }

  /** @throws ProblemException where it is not open, or is a parked one */
  close(id: string): Promise<Done> {
    return this.act(id, (entry, sources) => closeEntries([entry], sources));
  }

  private async act(id: string, work: (entry: Entry, sources: Sources) => Promise<readonly Outcome[]>): Promise<Done> {
    const entry = await this.find(id);
    const { kafka, storage } = this;
    const needsLog = entry.kind === 'record' && kafka !== undefined;
    const outcomes = needsLog
      ? await asProblem(() => kafka.use((source) => work(entry, { kafka: source, storage })))
      : await work(entry, { kafka: null, storage });
    return doneOf(id, outcomes);
  }

  private async find(id: string): Promise<Entry> {
    const isParked = id.startsWith('parked-');
    const { entries, unseen } = isParked ? await this.parked() : await this.records();
    const found = entries.find((entry) => idOf(entry) === id);
    if (found !== undefined) return found;
    if (!isParked && this.kafka !== undefined && unseen.length > 0) throw logProblem(unseen[0]?.why ?? '');
    throw unknownProblem(id, unseen);
  }

  private async parked(): Promise<SeenEntries> {
    return { entries: (await listParked(this.pool)).map(parkedEntry), unseen: [] };
  }

  private async records(): Promise<SeenEntries> {
    if (this.kafka === undefined) return { entries: [], unseen: [{ what: 'records', why: NO_KAFKA }] };
    try {
      return { entries: recordEntries(await this.kafka.open()), unseen: [] };
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      return { entries: [], unseen: [{ what: 'records', why: error.message }] };
    }
  }
}

function parkedTakesNoValue(): ProblemException {
  const detail = 'Parked events are in the store and cannot be given another value: correct them there.';
  return new ProblemException(422, { code: 'parkedTakesNoValue', detail, errors: [{ pointer: '/value', detail }] });
}
