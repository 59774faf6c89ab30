import { day, instant } from '../../words/times';
import type { Published } from './article';
import { useZone } from './use-zone';

interface Props {
  readonly of: Published;
  /** MIC:SYMBOL of the main instrument that it mentions: the time is told in its exchange's zone. */
  readonly instrument: string | null;
}

/** When an article was published; in UTC where it mentions nobody on record. */
export function PublishedText({ of: { publishedAt, publishedOn }, instrument }: Props) {
  const zone = useZone(publishedAt === undefined ? null : instrument);
  return publishedAt === undefined ? day(publishedOn) : instant(publishedAt, zone);
}
