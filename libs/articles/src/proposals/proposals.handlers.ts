import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Announce, announcementStream } from '@streakline/announcements';
import { type AnnouncementId, isAnnouncementId, type Proposal } from '@streakline/events';
import {
  type CommandContext,
  type CommandReceipt,
  decideAndAppend,
  EVENT_STORE,
  type EventStore,
  isRefusal,
  refuse,
  type Refusal,
} from '@streakline/event-store';
import { articleFold } from '../article/article-state';
import { articleStream } from '../article/streams';
import { unknownArticle } from '../article/unknown-article';
import { announceBodyOf } from './announce-body';
import { type ProposalChange, proposalChangeDecider, proposalOf } from './change-proposal';
import { AcceptProposal, DismissProposal } from './proposal-commands';

@CommandHandler(AcceptProposal)
export class AcceptProposalHandler implements ICommandHandler<AcceptProposal> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly commands: CommandBus,
  ) {}

  async execute(command: AcceptProposal): Promise<CommandReceipt | Refusal> {
    const proposal = await this.proposal(command);
    if (isRefusal(proposal)) return proposal;
    const announcementId = await this.announced(command, proposal);
    if (isRefusal(announcementId)) return announcementId;
    const { articleId, proposalId, context } = command;
    return change(this.store, context, { articleId, proposalId, announcementId }, announcementId);
  }

  private async proposal({ articleId, proposalId }: AcceptProposal): Promise<Proposal | Refusal> {
    const events = await this.store.readStream(articleStream(articleId));
    const { record } = events.reduce((state, event) => articleFold.evolve(state, event), articleFold.initialState);
    return record === null ? unknownArticle(articleId) : proposalOf(record, proposalId);
  }

  /** The announcement that it is: named, accepted before, or announced here. Stopped in between, the next attempt finds it announced. */
  private async announced(
    { articleId, body, context }: AcceptProposal,
    proposal: Proposal,
  ): Promise<AnnouncementId | Refusal> {
    if (body.announcementId !== undefined) return this.onRecord(body.announcementId);
    if (proposal.state === 'accepted' && proposal.announcementId !== undefined) return proposal.announcementId;
    if (proposal.onRecord?.[0] !== undefined && body.anew !== true) return likely(proposal);
    const { now, correlationId } = context;
    const said = announceBodyOf(articleId, proposal, body.terms);
    const receipt = await this.commands.execute(new Announce(said, { now, correlationId }));
    if (isRefusal(receipt)) return pointedAtTerms(receipt);
    if (!isAnnouncementId(receipt.id)) throw new Error(`An announcement was answered with the id ${receipt.id}.`);
    return receipt.id;
  }

  private async onRecord(id: AnnouncementId): Promise<AnnouncementId | Refusal> {
    if ((await this.store.readStream(announcementStream(id))).length > 0) return id;
    const detail = `No announcement on record has the id ${id}. GET /v1/announcements lists those there are.`;
    return refuse('invalid', 'unknownAnnouncement', detail, [{ pointer: '/announcementId', detail }]);
  }
}

@CommandHandler(DismissProposal)
export class DismissProposalHandler implements ICommandHandler<DismissProposal> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ articleId, proposalId, body, context }: DismissProposal): Promise<CommandReceipt | Refusal> {
    const dismissal = { articleId, proposalId, announcementId: null, reason: body.reason };
    return change(this.store, context, dismissal, proposalId);
  }
}

function change(
  store: EventStore,
  context: CommandContext,
  said: ProposalChange,
  id: string,
): Promise<CommandReceipt | Refusal> {
  return decideAndAppend(store, context, async (load) => {
    const streamId = articleStream(said.articleId);
    const { state } = await load(streamId, articleFold);
    const events = proposalChangeDecider.decide(said, state);
    if (isRefusal(events)) return events;
    return events.length > 0 ? { id, appends: [{ streamId, events }] } : { id, appends: [], saidAt: state.changedAt };
  });
}

function likely({ id, onRecord = [] }: Proposal): Refusal {
  const detail = `${id} may be ${onRecord.join(' or ')}, which is on record: name it as announcementId, or say anew: true to announce another one.`;
  return refuse('conflict', 'announcementOnRecord', detail, [{ pointer: '/announcementId', detail }]);
}

/** What was wrong with the announcement is mended in `terms` here. */
function pointedAtTerms(refusal: Refusal): Refusal {
  return { ...refusal, errors: refusal.errors.map(({ pointer, detail }) => ({ pointer: `/terms${pointer}`, detail })) };
}
