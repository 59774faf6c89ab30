import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Claim, Moment } from '@streakline/events';
import {
  type CommandContext,
  type CommandReceipt,
  decideAndAppend,
  EVENT_STORE,
  type EventStore,
  isRefusal,
  type LoadState,
  refuse,
  type Refusal,
} from '@streakline/event-store';
import { findInstrument } from '@streakline/instruments';
import { articleFold } from '../article/article-state';
import { articleStream } from '../article/streams';
import { unknownArticle } from '../article/unknown-article';
import { type ClaimChange, claimChangeDecider, claimIdOf } from './change-claims';
import { AddClaim, type ClaimBody, CorrectClaim, WithdrawClaim } from './claim-commands';

@CommandHandler(AddClaim)
export class AddClaimHandler implements ICommandHandler<AddClaim> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ articleId, body, context }: AddClaim): Promise<CommandReceipt | Refusal> {
    return changeClaim(this.store, context, { articleId, body, change: (claim) => ({ is: 'add', claim }) });
  }
}

@CommandHandler(CorrectClaim)
export class CorrectClaimHandler implements ICommandHandler<CorrectClaim> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ articleId, claimId, body, context }: CorrectClaim): Promise<CommandReceipt | Refusal> {
    return changeClaim(this.store, context, {
      articleId,
      body,
      change: (claim) => ({ is: 'correct', claimId, claim }),
    });
  }
}

@CommandHandler(WithdrawClaim)
export class WithdrawClaimHandler implements ICommandHandler<WithdrawClaim> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ articleId, claimId, body, context }: WithdrawClaim): Promise<CommandReceipt | Refusal> {
    const change = { articleId, reason: body.reason, change: { is: 'withdraw', claimId } } as const;
    return decideAndAppend(this.store, context, (load) => decide(load, change));
  }
}

interface WrittenChange {
  readonly articleId: string;
  readonly body: ClaimBody;
  readonly change: (claim: Omit<Claim, 'id'>) => ClaimChange['change'];
}

function changeClaim(
  store: EventStore,
  context: CommandContext,
  { articleId, body, change }: WrittenChange,
): Promise<CommandReceipt | Refusal> {
  return decideAndAppend(store, context, async (load) => {
    const { state } = await load(articleStream(articleId), articleFold);
    if (state.record === null) return unknownArticle(articleId);
    const { subject: written, reason, ...others } = body;
    const subject = await subjectOf(load, written, state.record.published);
    if (isRefusal(subject)) return subject;
    return decide(load, { articleId, reason, change: change({ subject, ...others }) });
  });
}

async function decide(load: LoadState, change: ClaimChange) {
  const streamId = articleStream(change.articleId);
  const { state } = await load(streamId, articleFold);
  const events = claimChangeDecider.decide(change, state);
  if (isRefusal(events) || state.record === null) return isRefusal(events) ? events : unknownArticle(change.articleId);
  const id = claimIdOf(state.record, change.change);
  return events.length > 0 ? { id, appends: [{ streamId, events }] } : { id, appends: [], saidAt: state.changedAt };
}

/** Under the symbols of the article's date. */
async function subjectOf(
  load: LoadState,
  written: ClaimBody['subject'],
  published: Moment,
): Promise<Claim['subject'] | Refusal> {
  if ('name' in written) return written;
  const found = await findInstrument(
    load,
    written.instrument,
    'at' in published ? published.at.slice(0, 10) : published.on,
  );
  if (!isRefusal(found)) return { instrumentId: found.instrumentId };
  const errors = [{ pointer: '/subject/instrument', detail: found.detail }];
  return refuse('invalid', 'unknownInstrument', found.detail, errors);
}
