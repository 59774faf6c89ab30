import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ArticleRecord, instrumentsOfArticle } from '@streakline/events';
import { refuse, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import type { AskedMoment } from '@streakline/web-api';
import { answer, type Single } from '../answer';
import { readArticle } from '../articles.reader';
import { verdictsOf } from '../claim-verdicts';
import { readNames } from '../instrument-refs';
import { Tapes } from '../tapes';
import { articleAnswerOf } from './article-answer';
import type { ArticleAnswer } from './articles.answers';

/** An article with the verdicts on its claims. */
export class GetArticle extends Query<Single<ArticleAnswer> | Refusal> {
  constructor(
    readonly id: string,
    readonly asked: AskedMoment = {},
  ) {
    super();
  }
}

@QueryHandler(GetArticle)
export class GetArticleHandler implements IQueryHandler<GetArticle> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly tapes: Tapes,
  ) {}

  execute({ id, asked }: GetArticle): Promise<Single<ArticleAnswer> | Refusal> {
    return answer(this.readSide, asked, async (view) => {
      const found = await readArticle(view, id);
      if (found === undefined) return unknownArticle(id, view.cut?.asRecorded);
      const { record } = found;
      const verdicts = await verdictsOf(view, this.tapes, [record]);
      const nameOn = await readNames(view, [...instrumentsOfArticle(record), ...subjectsOf(record)]);
      return articleAnswerOf(record, verdicts.get(record.id) ?? [], nameOn);
    });
  }
}

/** As GetArticle, where there is no bus: of a command line. */
export function articleWithVerdicts(
  readSide: ReadSide,
  id: string,
  asked: AskedMoment = {},
): Promise<Single<ArticleAnswer> | Refusal> {
  return new GetArticleHandler(readSide, new Tapes()).execute(new GetArticle(id, asked));
}

function subjectsOf({ proposals }: ArticleRecord): readonly string[] {
  const subjects = proposals.flatMap(({ terms }) => terms.subjects);
  return subjects.flatMap((subject) => ('instrumentId' in subject ? [subject.instrumentId] : []));
}

function unknownArticle(id: string, position: number | undefined): Refusal {
  const detail =
    position === undefined
      ? `No article on record has the id "${id}". GET /v1/articles lists those there are.`
      : `No article with the id "${id}" was on record and published at the moment asked for (position ${position}).`;
  return refuse('notFound', 'unknownArticle', detail);
}
