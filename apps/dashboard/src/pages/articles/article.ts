import type { AnswerOf } from '../../api/answers';

export type Article = AnswerOf<'/v1/articles/{id}'>;
export type ArticleRow = AnswerOf<'/v1/articles'>['data'][number];
export type JudgedClaim = Article['claims'][number];
export type Verdict = NonNullable<JudgedClaim['now']>;
export type Part = Verdict['parts'][number];
export type Evidence = Verdict['evidence'];
export type Proposal = Article['proposals'][number];

/** When an article was published, as far as it is known. */
export interface Published {
  readonly publishedAt?: string | undefined;
  readonly publishedOn?: string | undefined;
}
