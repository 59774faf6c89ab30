import type { Api } from './api';
import type { AnnouncementAnswer, BarAnswer, MarketCapAnswer, ReactionAnswer, StreakAnswer } from './answers';
import type { TypedIn } from './type-in';

export const REF = 'XNAS:AMZN';

export interface AnnouncedCase {
  readonly announcement: AnnouncementAnswer;
  readonly reactions: readonly ReactionAnswer[];
}

/** The case as the API tells it once everything has been read. */
export interface CaseAnswers {
  readonly announcements: readonly AnnouncedCase[];
  readonly bars: readonly BarAnswer[];
  readonly marketCaps: readonly MarketCapAnswer[];
  readonly streaks: readonly StreakAnswer[];
}

/** The announcements with their reactions: all that `demo --json` shows. */
export function readAnnouncements(api: Api, { announcementIds, position }: TypedIn): Promise<readonly AnnouncedCase[]> {
  return Promise.all(
    announcementIds.map(async (id) => ({
      announcement: await api.get<AnnouncementAnswer>(`/v1/announcements/${id}?minPosition=${position}`),
      reactions: await api.list<ReactionAnswer>(`/v1/announcements/${id}/reactions?minPosition=${position}`),
    })),
  );
}

export async function readCase(api: Api, typedIn: TypedIn): Promise<CaseAnswers> {
  const list = <Row>(noun: string) =>
    api.list<Row>(`/v1/instruments/${REF}/${noun}?limit=1000&minPosition=${typedIn.position}`);
  const [announcements, bars, marketCaps, streaks] = await Promise.all([
    readAnnouncements(api, typedIn),
    list<BarAnswer>('bars'),
    list<MarketCapAnswer>('market-caps'),
    list<StreakAnswer>('streaks'),
  ]);
  return { announcements, bars, marketCaps, streaks };
}
