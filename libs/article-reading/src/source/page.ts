import type { Moment } from '@streakline/events';
import type { Paragraph } from '../text/read-text';

/** What a page says of itself, before anybody judges it: as written, each from the surest place that has it. */
export interface PageFacts {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly category?: string | undefined;
  readonly published?: string | undefined;
}

/** A page taken apart: what it says of itself, and its paragraphs. */
export interface Page extends PageFacts {
  readonly paragraphs: readonly Paragraph[];
}

/** An article as it comes: its text in whatever form, and what the sender knows better than the text does. */
export interface GivenArticle {
  readonly text: string;
  /** Absent: told by the text itself. */
  readonly format?: 'markdown' | 'html' | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: Moment | undefined;
}
