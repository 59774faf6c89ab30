import type { Moment, Subject } from '@streakline/events';
import type { Named } from '../claims/whose/names';
import type { Token } from '../claims/words/tokens';
import type { Place } from '../text/read-text';
import type { Kind } from './act-words';

/** A sentence with its words, and whom it names. */
export interface SentenceWords extends Place {
  readonly paragraph: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly named: readonly Named[];
}

/** An act that a sentence tells: who did what with whom, and when. */
export interface ToldAct {
  readonly kind: Kind;
  readonly headline: string;
  readonly moment: Moment;
  /** The issuer is the first, and on record. */
  readonly subjects: readonly Subject[];
  readonly sentence: SentenceWords;
  /** Of its verb and object, in the article's text. */
  readonly words: Place;
}
