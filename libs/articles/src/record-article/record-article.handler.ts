import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ArticleRecord, InstrumentId } from '@streakline/events';
import {
  type CommandReceipt,
  decideAndAppend,
  EVENT_STORE,
  type EventStore,
  isRefusal,
  refuse,
  type Refusal,
} from '@streakline/event-store';
import { resolveInstrument } from '@streakline/instruments';
import { articleFold } from '../article/article-state';
import { articleStream } from '../article/streams';
import { announcementsLike } from '../on-record/announcements-on-record';
import { InstrumentDirectory } from '../on-record/instrument-directory';
import { readBody } from './read-body';
import { RecordArticle } from './record-article.command';
import { recordArticleDecider } from './record-article.decider';

@CommandHandler(RecordArticle)
export class RecordArticleHandler implements ICommandHandler<RecordArticle> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly directory: InstrumentDirectory,
  ) {}

  async execute(command: RecordArticle): Promise<CommandReceipt | Refusal> {
    const read = await this.read(command);
    if (isRefusal(read)) return read;
    return decideAndAppend(this.store, command.context, async (load) => {
      const streamId = articleStream(read.id);
      const { state } = await load(streamId, articleFold);
      const events = recordArticleDecider.decide(read, state);
      if (isRefusal(events)) return events;
      if (events.length > 0) return { id: read.id, appends: [{ streamId, events }] };
      return { id: read.id, appends: [], saidAt: state.readAt };
    });
  }

  /** What the article says, with the announcements on record that it may tell. */
  private async read({ body, context }: RecordArticle): Promise<ArticleRecord | Refusal> {
    const asked = await this.asked(body.instruments ?? []);
    if (isRefusal(asked)) return asked;
    const today = new Date(context.now).toISOString().slice(0, 10);
    const date = body.publishedAt?.slice(0, 10) ?? body.publishedOn ?? today;
    const read = readBody(body, { instruments: await this.directory.on(date), asked, now: context.now });
    if (isRefusal(read)) return read;
    const proposals = await Promise.all(
      read.proposals.map(async (proposal) => {
        const onRecord = await announcementsLike(this.store, proposal.terms);
        return onRecord.length === 0 ? proposal : { ...proposal, onRecord };
      }),
    );
    return { ...read, proposals };
  }

  private async asked(refs: readonly string[]): Promise<readonly InstrumentId[] | Refusal> {
    const ids: InstrumentId[] = [];
    for (const [index, ref] of refs.entries()) {
      const found = await resolveInstrument(this.store, ref);
      if (isRefusal(found)) {
        const errors = [{ pointer: `/instruments/${index}`, detail: found.detail }];
        return refuse('invalid', 'unknownInstrument', found.detail, errors);
      }
      ids.push(found.instrumentId);
    }
    return [...new Set(ids)];
  }
}
