import { isRefusal } from '@streakline/event-store';
import {
  GetAnnouncement,
  GetInstrument,
  GetReactionDays,
  GetStreakStatistics,
  GetTimeline,
  ListAnnouncementEvents,
  ListAnnouncements,
  ListBars,
  ListClaims,
  ListInsights,
  ListInstruments,
  ListMarketCaps,
  ListObservations,
  ListReactions,
  ListRecentReactions,
  ListStreaks,
  ListStreaksInForce,
} from '@streakline/read-models';
import { type AskedMoment, ProblemException } from '@streakline/web-api';
import type { Rooms } from '../../libs/read-models/test/rooms';

/** What of a market is asked for. */
export interface Named {
  /** Ids, and MIC:SYMBOL of the present and of the past. */
  readonly instruments: readonly string[];
  readonly announcements: readonly string[];
}

const ALL = { limit: 1_000 };

/** The answers of every read model at a moment, by question; of one that is refused its code. */
export async function everyReadModel(rooms: Rooms, named: Named, at: AskedMoment): Promise<Record<string, object>> {
  const page = { ...ALL, ...at };
  const questions: Record<string, Parameters<Rooms['ask']>[0]> = {
    instruments: new ListInstruments(page),
    secondInstrument: new ListInstruments({ ...page, limit: 2 }),
    announcements: new ListAnnouncements(page),
    deals: new ListAnnouncements({ ...page, kind: 'deal', from: '2024-09-01', to: '2025-04-01' }),
    newestFound: new ListAnnouncements({ ...page, q: 'a', order: 'newest' }),
    foundInstruments: new ListInstruments({ ...page, q: 's' }),
    reactions: new ListRecentReactions(page),
    foundReactions: new ListRecentReactions({ ...page, q: 'xnys', limit: 3 }),
    extended: new ListRecentReactions({ ...page, relation: 'extended', limit: 5 }),
    streaksInForce: new ListStreaksInForce({ ...page, minLength: 1 }),
    insights: new ListInsights(page),
    claims: new ListClaims(page),
    supportedClaims: new ListClaims({ ...page, verdict: 'supported', limit: 3 }),
  };
  for (const ref of named.instruments) {
    questions[ref] = new GetInstrument(ref, at);
    questions[`${ref} bars`] = new ListBars(ref, page);
    questions[`${ref} streaks`] = new ListStreaks(ref, { ...page, minLength: 2 });
    questions[`${ref} caps`] = new ListMarketCaps(ref, { ...page, from: '2025-01-01' });
    questions[`${ref} observations`] = new ListObservations(ref, page);
    questions[`${ref} timeline`] = new GetTimeline(ref, page);
    questions[`${ref} statistics`] = new GetStreakStatistics(ref, at);
    questions[`${ref} claims`] = new ListClaims({ ...page, instrument: ref });
    questions[`${ref} announcements`] = new ListAnnouncements({ ...page, instrument: ref });
  }
  for (const id of named.announcements) {
    questions[id] = new GetAnnouncement(id, at);
    questions[`${id} events`] = new ListAnnouncementEvents(id, page);
    questions[`${id} reactions`] = new ListReactions(id, page);
    questions[`${id} claims`] = new ListClaims({ ...page, announcement: id });
    for (const ref of named.instruments.slice(0, 3))
      questions[`${id} ${ref} days`] = new GetReactionDays(id, ref, { ...at, from: -3, to: 6 });
  }
  const answers: Record<string, object> = {};
  for (const [name, question] of Object.entries(questions)) answers[name] = await answerTo(rooms, question);
  return answers;
}

async function answerTo(rooms: Rooms, question: Parameters<Rooms['ask']>[0]): Promise<object> {
  try {
    return await rooms.answer(question);
  } catch (error) {
    if (error instanceof ProblemException) return { problem: error.init.code };
    throw error;
  }
}

/** An answer without what a store that was told later must say otherwise: when it recorded, and what was asked. */
export function apartFromRecording(answer: object): object {
  if (isRefusal(answer)) return { refused: answer.code };
  const text = JSON.stringify(answer, (key, value: unknown) =>
    key === 'recordedAt' || key === 'asOf' ? undefined : value,
  );
  return JSON.parse(text) as object;
}
