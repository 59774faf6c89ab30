import type { ArticleRecord, Claim, InstrumentId } from '@streakline/events';
import { exchange, exchanges } from '@streakline/market-time';
import type { ClaimContext, KnownInstrument } from './claims/claim-context';
import { readClaims } from './claims/read-claims';
import { type OpenedArticle, openArticle } from './source/open-article';
import type { GivenArticle } from './source/page';
import { findProposals } from './told/find-proposals';
import { findMentions } from './who/find-mentions';

/** Version of the rules by which articles are read: raise it where they read something else. */
export const ARTICLE_READER = 1;

const DEFAULT_ZONE = 'America/New_York';

/** What an article says: whom it means, which announcements it tells, which claims about the tape it makes. */
export interface ArticleReading extends OpenedArticle, Pick<ArticleRecord, 'mentions' | 'proposals'> {
  readonly claims: readonly Claim[];
}

/** Whom an article may mean. */
export interface ReadingContext {
  /** All on record; of those that share a name the first is meant, where nothing else tells. */
  readonly instruments: readonly KnownInstrument[];
  /** Whom it is about, where whoever sends it knows; the first leads. */
  readonly asked?: readonly InstrumentId[];
}

/**
 * Reads an article: Markdown (with YAML front matter) or HTML. Pure, and the same for the same text and instruments.
 *
 * @throws ArticleReadingError where it is no text, or its title or date cannot be told
 *
 * @example
 * readArticle({ text: '---\ntitle: Amazon slides\npublished: 2026-02-13\n---\nAmazon fell 3% on Friday.' }, { instruments });
 * // { published: { on: '2026-02-13' }, mentions: [{ name: 'Amazon', ... }], claims: [{ direction: 'down', ... }], ... }
 */
export function readArticle(given: GivenArticle, { instruments, asked = [] }: ReadingContext): ArticleReading {
  const opened = openArticle(given);
  const { text, published } = opened;
  const mentions = findMentions(text, instruments, asked);
  const order = mentions.flatMap(({ instrumentId }) => instrumentId ?? []);
  const meant = order.flatMap((id) => instruments.find(({ instrumentId }) => instrumentId === id) ?? []);
  const context: ClaimContext = { published, zone: zoneOf(meant[0]), instruments: meant, mentions };
  const claims = readClaims(text, context).map(({ claim }) => claim);
  return { ...opened, mentions, claims, proposals: findProposals(text, context, opened, claims) };
}

/** Days are told in the zone of the main instrument's exchange. */
function zoneOf(main: KnownInstrument | undefined): string {
  return main?.mic !== undefined && exchanges.includes(main.mic) ? exchange(main.mic).zone : DEFAULT_ZONE;
}
