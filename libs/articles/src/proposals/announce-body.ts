import type { AnnounceBody } from '@streakline/announcements';
import type { Proposal } from '@streakline/events';

/** What to announce: a proposal's terms, changed by what was said of them. The natural key is the article's, so that nothing is announced twice. */
export function announceBodyOf(
  articleId: string,
  { id, terms }: Proposal,
  said: Partial<Omit<AnnounceBody, 'source' | 'externalId'>> = {},
): AnnounceBody {
  const { kind, headline, moment, subjects, amounts, sources } = terms;
  const dated = said.announcedAt !== undefined || said.announcedOn !== undefined;
  const timing = 'on' in moment && moment.timing !== undefined ? { timing: moment.timing } : {};
  const when = 'at' in moment ? { announcedAt: moment.at } : { announcedOn: moment.on, ...timing };
  return {
    kind,
    headline,
    ...(dated ? {} : when),
    subjects: subjects.map((subject) =>
      'instrumentId' in subject ? { instrument: subject.instrumentId, role: subject.role } : subject,
    ),
    amounts,
    sources,
    ...said,
    source: 'article',
    externalId: `${articleId}/${id}`,
  };
}
