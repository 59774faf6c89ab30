import type { VerdictWord } from '../words/claim-parts';
import { Badge, type Tone } from './badge';

/* Each with a shape, so that no colour has to be seen. */
const LOOKS: Readonly<Record<VerdictWord, readonly [mark: string, tone: Tone]>> = {
  contradicted: ['✕', 'bad'],
  partly: ['◐', 'mark'],
  supported: ['✓', 'good'],
  uncheckable: ['?', 'plain'],
};

interface Props {
  readonly verdict: VerdictWord;
  /** How many claims have it, where they are counted. */
  readonly count?: number;
}

/** A verdict by shape, colour and word. */
export function VerdictBadge({ verdict, count }: Props) {
  const [mark, tone] = LOOKS[verdict];
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{mark} </span>
      {count !== undefined && `${count} `}
      {verdict === 'partly' && count === undefined ? 'partly supported' : verdict}
    </Badge>
  );
}
