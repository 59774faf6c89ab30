import { type ArticleRecord, instrumentsOfArticle, type Moment, type Proposal, type Subject } from '@streakline/events';
import type { JudgedClaim } from '../claim-verdict-answer';
import type { NameOn } from '../instrument-refs';
import type { ArticleAnswer, ArticleHead, ProposalAnswer } from './articles.answers';

export function headOf(record: ArticleRecord, nameOn: NameOn): ArticleHead {
  const date = dateOf(record.published);
  return {
    ...factsOf(record),
    instruments: instrumentsOfArticle(record).map((id) => nameOn(id, date)),
    claims: record.claims.filter(({ state }) => state !== 'withdrawn').length,
    proposals: record.proposals.filter(({ state }) => state === 'proposed').length,
  };
}

export function articleAnswerOf(record: ArticleRecord, claims: readonly JudgedClaim[], nameOn: NameOn): ArticleAnswer {
  const { textHash, reader, mentions, proposals, published } = record;
  const date = dateOf(published);
  return {
    ...factsOf(record),
    textHash,
    reader,
    mentions: mentions.map((mention) => ({
      ...mention,
      instrument: mention.instrumentId === null ? null : nameOn(mention.instrumentId, date),
    })),
    proposals: proposals.map((proposal) => proposalAnswerOf(proposal, date, nameOn)),
    claims,
  };
}

function proposalAnswerOf({ terms, ...proposal }: Proposal, date: string, nameOn: NameOn): ProposalAnswer {
  const { kind, headline, moment, subjects, amounts, sources } = terms;
  const timing = 'on' in moment && moment.timing !== undefined ? { timing: moment.timing } : {};
  const when = 'at' in moment ? { announcedAt: moment.at } : { announcedOn: moment.on, ...timing };
  return {
    ...proposal,
    kind,
    headline,
    ...when,
    subjects: subjects.map((subject) => subjectOf(subject, date, nameOn)),
    amounts,
    sources,
  };
}

function subjectOf(subject: Subject, date: string, nameOn: NameOn): ProposalAnswer['subjects'][number] {
  return 'instrumentId' in subject ? { instrument: nameOn(subject.instrumentId, date), ...subject } : subject;
}

/** What an article says of itself. */
function factsOf({ id, title, url, publisher, category, published }: ArticleRecord) {
  return {
    id,
    title,
    ...(url === undefined ? {} : { url }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(category === undefined ? {} : { category }),
    ...('at' in published ? { publishedAt: published.at } : { publishedOn: published.on }),
  };
}

function dateOf(published: Moment): string {
  return 'at' in published ? published.at.slice(0, 'YYYY-MM-DD'.length) : published.on;
}
