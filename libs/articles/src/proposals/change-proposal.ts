import { type AnnouncementId, ArticleCorrected, type ArticleRecord, type Proposal } from '@streakline/events';
import { type Decider, refuse, type Refusal } from '@streakline/event-store';
import { articleFold, type ArticleState } from '../article/article-state';
import { publicBy } from '../article/known-at';
import { unknownArticle } from '../article/unknown-article';

/** What a person says of a proposal: the announcement that it is, or null: it is none. */
export interface ProposalChange {
  readonly articleId: string;
  readonly proposalId: string;
  readonly announcementId: AnnouncementId | null;
  readonly reason?: string | undefined;
}

export const proposalChangeDecider: Decider<ArticleState, ProposalChange> = {
  ...articleFold,
  decide({ articleId, proposalId, announcementId, reason }, { record }) {
    if (record === null) return unknownArticle(articleId);
    const proposal = proposalOf(record, proposalId);
    if ('refused' in proposal) return proposal;
    if (proposal.state === 'accepted' && proposal.announcementId !== announcementId) return accepted(proposal);
    const changed: Proposal =
      announcementId === null
        ? { ...proposal, state: 'dismissed' }
        : { ...proposal, state: 'accepted', announcementId };
    if (proposal.state === changed.state) return [];
    const proposals = record.proposals.map((one) => (one.id === proposalId ? changed : one));
    const why = reason === undefined ? {} : { reason };
    return [
      ArticleCorrected.create(
        { article: { ...record, proposals }, changed: [proposalId], ...why },
        publicBy(record.published),
      ),
    ];
  },
};

export function proposalOf({ id, proposals }: ArticleRecord, proposalId: string): Proposal | Refusal {
  const found = proposals.find((one) => one.id === proposalId);
  if (found !== undefined) return found;
  const ids = proposals.map((one) => one.id).join(', ') || 'none';
  const detail = `The article ${id} has no proposal ${JSON.stringify(proposalId)}; it has ${ids}.`;
  return refuse('notFound', 'unknownProposal', detail);
}

function accepted({ id, announcementId }: Proposal): Refusal {
  const detail = `${id} was accepted as the announcement ${announcementId ?? ''}: correct or retract that instead.`;
  return refuse('conflict', 'proposalAccepted', detail);
}
