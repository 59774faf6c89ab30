import type { Publication, Sessions } from '../when/publication';
import type { Topic } from '../whose/subject-of';
import type { Whose } from '../whose/names';
import type { SentenceReading } from '../sentence/sentence-reading';
import type { Draft } from './draft';
import type { RecordPhrase } from './records';
import type { RelationPhrase } from './relations';

/** A sentence, and what the text told before it. */
export interface Story {
  readonly reading: SentenceReading;
  readonly relations: readonly RelationPhrase[];
  readonly records: readonly RecordPhrase[];
  /** Of this sentence. */
  readonly streaks: readonly Draft[];
  readonly topic: Topic;
  readonly publication: Publication;
  /** The claims of the sentences before, the latest last. */
  readonly before: readonly Draft[];
  sessionsOf(whose: Whose): Sessions;
}
