import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnnouncementsModule } from '@streakline/announcements';
import { AddClaimHandler, CorrectClaimHandler, WithdrawClaimHandler } from './claims/claims.handlers';
import { ArticleClaimsRoute } from './claims/claims.route';
import { InstrumentDirectory } from './on-record/instrument-directory';
import { AcceptProposalHandler, DismissProposalHandler } from './proposals/proposals.handlers';
import { ProposalsRoute } from './proposals/proposals.route';
import { RecordArticleHandler } from './record-article/record-article.handler';
import { RecordArticleRoute } from './record-article/record-article.route';

/** The write side of articles. Needs EVENT_STORE, provided globally. */
@Module({
  imports: [CqrsModule, AnnouncementsModule],
  controllers: [RecordArticleRoute, ArticleClaimsRoute, ProposalsRoute],
  providers: [
    InstrumentDirectory,
    RecordArticleHandler,
    AddClaimHandler,
    CorrectClaimHandler,
    WithdrawClaimHandler,
    AcceptProposalHandler,
    DismissProposalHandler,
  ],
})
export class ArticlesModule {}
