/** Articles' write side: record what an article says, correct, add and withdraw claims, accept and dismiss proposals. */
export { ArticlesModule } from './articles.module';
export { articleStream } from './article/streams';
export { RecordArticle, recordArticleBody, type RecordArticleBody } from './record-article/record-article.command';
export { AddClaim, CorrectClaim, WithdrawClaim, type ClaimBody, claimBody } from './claims/claim-commands';
export { AcceptProposal, type AcceptProposalBody, DismissProposal } from './proposals/proposal-commands';
