import { type Happening, happeningsOf } from '@streakline/dossiers';
import type { AnnouncementMention } from '@streakline/events';
import { toDay } from '@streakline/market-time';
import type { Stage } from '../stage/stage';

/** The announcement that a source means, as it is on record; or what is missing. */
export type FoundAnnouncement =
  | {
      readonly happening: Happening;
      /** Its date on record, where the source gave another one. */
      readonly otherDate: string | null;
    }
  | { readonly missing: string; readonly why: string };

/** A source that gives the date of an announcement may be off by some days, and still mean the one of that kind around it. */
const NEAR_DAYS = 7;

/**
 * Among the subject's announcements up to the article's date (an article that tells one is itself word of it): the one with the id; else that of its
 * date and kind, else the nearest of its kind within a week of its date; without a date the latest of its kind. The
 * issuer's own come before those that only name the subject.
 */
export function findAnnouncement(stage: Stage, mention: AnnouncementMention): FoundAnnouncement {
  const meant = happeningsOf(stage.known)
    .filter((happening) => dateOf(happening, stage) <= stage.publishedOn)
    .filter(({ act }) => mention.announcementId === undefined || act.announcementId === mention.announcementId)
    .filter(
      ({ act }) => mention.kind === undefined || act.kind === mention.kind || mention.announcementId !== undefined,
    )
    .filter(({ act }) => act.order === 0);
  const happening = mention.on === undefined ? latestOf(meant) : nearestTo(mention.on, meant, stage);
  if (happening === undefined) return notFound(mention);
  stage.evidence.announcement(happening);
  const on = dateOf(happening, stage);
  return { happening, otherDate: mention.on === undefined || mention.on === on ? null : on };
}

/** The announcement's date on the exchange's clock. */
export function dateOf({ act }: Happening, stage: Stage): string {
  const { moment } = act;
  if ('on' in moment) return moment.on;
  return stage.ofCalendar(() => stage.known.exchange.dateOf(Date.parse(moment.at))) ?? moment.at.slice(0, 10);
}

function latestOf(happenings: readonly Happening[]): Happening | undefined {
  const own = happenings.filter(isOwn);
  return (own.length > 0 ? own : happenings).at(-1);
}

function nearestTo(on: string, happenings: readonly Happening[], stage: Stage): Happening | undefined {
  const distance = (happening: Happening) => Math.abs(toDay(dateOf(happening, stage)) - toDay(on));
  const near = happenings.filter((happening) => distance(happening) <= NEAR_DAYS);
  const rank = (happening: Happening) => distance(happening) * 2 + (isOwn(happening) ? 0 : 1);
  return [...near].sort((a, b) => rank(a) - rank(b))[0];
}

function isOwn({ act }: Happening): boolean {
  return act.role === 'issuer';
}

function notFound({ announcementId, kind, on }: AnnouncementMention): FoundAnnouncement {
  const what = announcementId ?? (kind === undefined ? 'announcement' : `announcement of kind ${kind}`);
  const when = on === undefined ? '' : ` of ${on}`;
  return {
    missing: `the ${what}${when}`,
    why: `The ${what}${when} that it names is not on record for this instrument, or was not public by then.`,
  };
}
