import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ClaimPart, ClaimVerdict } from '@streakline/claims';
import { type ArticleRecord, instrumentsConcerned } from '@streakline/events';
import { isRefusal, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, type Page } from '@streakline/web-api';
import { z } from 'zod';
import { announcementAt } from '../announcement-at';
import { unknownAnnouncement } from '../announcement-refs';
import { readAnnouncement } from '../announcements.reader';
import { answer, type List } from '../answer';
import { type ArticlePlace, readArticles } from '../articles.reader';
import type { ClaimVerdictAnswer, JudgedClaim } from '../claim-verdict-answer';
import { verdictsOf } from '../claim-verdicts';
import type { CutView } from '../cut-view';
import { resolveRef } from '../instrument-refs';
import type { PageRequest } from '../range-query';
import { Tapes } from '../tapes';
import type { ClaimAnswer } from './claims.answers';

/** Sortable moment and id of the article, and the place of the claim in it. */
const placeSchema = z.tuple([z.string(), z.string(), z.int()]);
type ClaimPlace = z.infer<typeof placeSchema>;

/** Articles judged in one go; a page may have fewer claims than its limit, and then goes on by its cursor. */
const ARTICLES_A_READING = 50;
const MOST_ARTICLES_A_PAGE = 200;

export interface ClaimSearch extends PageRequest {
  /** An instrument id or MIC:SYMBOL. */
  readonly instrument?: string | undefined;
  /** An article id. */
  readonly article?: string | undefined;
  /** An announcement id: the verdict now rests on it. */
  readonly announcement?: string | undefined;
  /** The verdict now: of the part where one is asked for, else of the whole. */
  readonly verdict?: ClaimVerdict['verdict'] | undefined;
  readonly part?: ClaimPart | undefined;
}

/** Claims that stand, with their verdicts: by the articles' moments, oldest first. */
export class ListClaims extends Query<List<ClaimAnswer> | Refusal> {
  constructor(readonly search: ClaimSearch) {
    super();
  }
}

@QueryHandler(ListClaims)
export class ListClaimsHandler implements IQueryHandler<ListClaims> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ search }: ListClaims): Promise<List<ClaimAnswer> | Refusal> {
    const after = search.cursor === undefined ? null : decodeCursor(search.cursor, placeSchema);
    return answer(this.readSide, search, async (view) => {
      const claimedIds = await claimedBy(view, search);
      return isRefusal(claimedIds) ? claimedIds : this.page(view, search, claimedIds, after);
    });
  }

  /** Reads articles until the page is full; what a verdict leaves out is only known once it is judged. */
  private async page(
    view: CutView,
    search: ClaimSearch,
    claimedIds: readonly string[] | null,
    after: ClaimPlace | null,
  ): Promise<Page<ClaimAnswer>> {
    const filter = { claimedIds, articleId: search.article ?? null, withClaims: true };
    const found: Placed[] = [];
    // The article of the cursor may have more claims: it is read again, from right before its own place on.
    let place: ArticlePlace | null = after === null ? null : [after[0], after[1].slice(0, -1)];
    for (let read = 0; read < MOST_ARTICLES_A_PAGE; read += ARTICLES_A_READING) {
      const articles = await readArticles(view, filter, place, ARTICLES_A_READING);
      const verdicts = await verdictsOf(
        view,
        this.tapes,
        articles.map(({ record }) => record),
      );
      for (const { moment, record } of articles) {
        const claims = (verdicts.get(record.id) ?? []).map((claim, i) => ({
          claim,
          record,
          place: [moment, record.id, i] as const,
        }));
        found.push(...claims.filter((one) => isAfter(one.place, after) && isWanted(one.claim, search, claimedIds)));
      }
      if (found.length > search.limit) return upTo(found, search.limit);
      const last = articles.at(-1);
      if (last === undefined || articles.length < ARTICLES_A_READING)
        return { data: found.map(answerOf), nextCursor: null };
      place = [last.moment, last.record.id];
    }
    return { data: found.map(answerOf), nextCursor: encodeCursor([...(place ?? ['', '']), Number.MAX_SAFE_INTEGER]) };
  }
}

interface Placed {
  readonly claim: JudgedClaim;
  readonly record: ArticleRecord;
  readonly place: Readonly<ClaimPlace>;
}

function upTo(found: readonly Placed[], limit: number): Page<ClaimAnswer> {
  const data = found.slice(0, limit);
  return { data: data.map(answerOf), nextCursor: encodeCursor([...(data.at(-1)?.place ?? ['', '', 0])]) };
}

function isAfter([moment, id, i]: Readonly<ClaimPlace>, after: ClaimPlace | null): boolean {
  if (after === null) return true;
  if (moment !== after[0]) return moment > after[0];
  return id === after[1] ? i > after[2] : id > after[1];
}

/** Whom claims must be about: the instrument asked for, else those that the announcement concerns; null: whomever. */
async function claimedBy(
  view: CutView,
  { instrument, announcement }: ClaimSearch,
): Promise<readonly string[] | null | Refusal> {
  const instrumentId = instrument === undefined ? null : await resolveRef(view, instrument);
  if (isRefusal(instrumentId)) return instrumentId;
  if (announcement === undefined) return instrumentId === null ? null : [instrumentId];
  const record = view.cut
    ? (await announcementAt(view, announcement))?.record
    : await readAnnouncement(view, announcement);
  if (record === undefined) return unknownAnnouncement(announcement, view.cut);
  return instrumentId === null ? instrumentsConcerned(record) : [instrumentId];
}

function isWanted(
  { claim, now }: JudgedClaim,
  { verdict, part, announcement }: ClaimSearch,
  claimedIds: readonly string[] | null,
): boolean {
  if (now === null) return false;
  if (claimedIds !== null && !('instrumentId' in claim.subject && claimedIds.includes(claim.subject.instrumentId)))
    return false;
  if (announcement !== undefined && !restsOn(now, announcement)) return false;
  if (part === undefined) return verdict === undefined || now.verdict === verdict;
  const ofPart = now.parts.filter((one) => one.part === part);
  if (verdict !== 'partly') return ofPart.some((one) => verdict === undefined || one.verdict === verdict);
  return new Set(ofPart.map((one) => one.verdict)).size > 1;
}

function restsOn({ evidence }: ClaimVerdictAnswer, announcement: string): boolean {
  return evidence.announcements.some(({ announcementId }) => announcementId === announcement);
}

function answerOf({ claim, record }: Placed): ClaimAnswer {
  const { id, title, url, publisher, published } = record;
  const when = 'at' in published ? { publishedAt: published.at } : { publishedOn: published.on };
  const of = { ...(url === undefined ? {} : { url }), ...(publisher === undefined ? {} : { publisher }) };
  return { ...claim, article: { id, title, ...of, ...when } };
}
