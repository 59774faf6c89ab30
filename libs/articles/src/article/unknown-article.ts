import { refuse, type Refusal } from '@streakline/event-store';

export function unknownArticle(id: string): Refusal {
  const detail = `No article has the id ${JSON.stringify(id)}. Ids are art_ and 32 hex digits, as POST /v1/articles answered them.`;
  return refuse('notFound', 'unknownArticle', detail);
}
