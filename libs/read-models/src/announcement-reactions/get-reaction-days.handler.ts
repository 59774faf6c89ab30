import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  happeningsOf,
  type Known,
  type Reaction,
  reactionDays,
  reactionOf,
  type WindowDays,
} from '@streakline/dossiers';
import { isRefusal, refuse, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import type { AskedMoment } from '@streakline/web-api';
import { unknownAnnouncement } from '../announcement-refs';
import { announcementAt } from '../announcement-at';
import { readAnnouncement } from '../announcements.reader';
import { answer, type Single } from '../answer';
import type { CutView } from '../cut-view';
import { resolveRef } from '../instrument-refs';
import { Tapes } from '../tapes';
import { answersOf, marketBenchmarkOf } from './reaction-answer';
import type { ReactionDaysAnswer } from './reaction-days.answers';

export interface ReactionDaysOptions extends AskedMoment, WindowDays {
  /** An amendment; the original, if absent. */
  readonly of?: string | undefined;
}

/** One instrument's reaction to an announcement (or to one of its amendments), day by day. */
export class GetReactionDays extends Query<Single<ReactionDaysAnswer> | Refusal> {
  constructor(
    readonly announcementId: string,
    /** An instrument id or MIC:SYMBOL. */
    readonly ref: string,
    readonly options: ReactionDaysOptions,
  ) {
    super();
  }
}

@QueryHandler(GetReactionDays)
export class GetReactionDaysHandler implements IQueryHandler<GetReactionDays> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ announcementId, ref, options }: GetReactionDays): Promise<Single<ReactionDaysAnswer> | Refusal> {
    return answer(this.readSide, options, async (view) => {
      if (!(await isOnRecord(view, announcementId))) return unknownAnnouncement(announcementId, view.cut);
      const instrumentId = await resolveRef(view, ref);
      if (isRefusal(instrumentId)) return instrumentId;
      const known = (await this.tapes.of(view, [instrumentId])).get(instrumentId);
      const reaction = known && reactionIn(known, announcementId, options.of ?? announcementId);
      if (known === undefined || reaction === undefined) return noReaction(ref);
      return this.daysOf(view, known, reaction, options);
    });
  }

  private async daysOf(
    view: CutView,
    known: Known,
    reaction: Reaction,
    { from, to }: WindowDays,
  ): Promise<ReactionDaysAnswer> {
    const benchmarkId = marketBenchmarkOf(known, reaction);
    const benchmark =
      benchmarkId === null ? null : ((await this.tapes.of(view, [benchmarkId])).get(benchmarkId) ?? null);
    const shown = (await answersOf(view, this.tapes, [reaction]))[0]!;
    const { of, announcementId, instrument, instrumentId, timeZone } = shown;
    return {
      ...{ of, announcementId, instrument, instrumentId, timeZone, currency: known.listing.currency },
      ...{ baseSession: shown.baseSession, day0: shown.day0, benchmark: shown.benchmark },
      ...{ model: shown.model, notes: shown.notes, from, to },
      days: reactionDays(known, benchmark, reaction, { from, to }),
    };
  }
}

/** Retracted ones too: they are on record, and nothing reacts to them. */
async function isOnRecord(view: CutView, announcementId: string): Promise<boolean> {
  const found = view.cut ? await announcementAt(view, announcementId) : await readAnnouncement(view, announcementId);
  return found !== undefined;
}

function reactionIn(known: Known, announcementId: string, of: string): Reaction | undefined {
  const happening = happeningsOf(known).find(({ act }) => act.announcementId === announcementId && act.of === of);
  return happening && reactionOf(known, happening);
}

function noReaction(ref: string): Refusal {
  const detail = `"${ref}" does not react to this announcement or amendment: it is no subject of it, or it was retracted. GET /v1/announcements/{id}/reactions lists what does.`;
  return refuse('notFound', 'noReaction', detail);
}
