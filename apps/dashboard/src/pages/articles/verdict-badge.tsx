import { Badge, type Tone } from '../../ui/badge';
import { VERDICT_MARKS, type VerdictWord } from './claim-words';

const TONES: Readonly<Record<VerdictWord, Tone>> = {
  contradicted: 'bad',
  partly: 'mark',
  supported: 'good',
  uncheckable: 'plain',
};

interface Props {
  readonly verdict: VerdictWord;
  /** How many claims have it, where they are counted. */
  readonly count?: number;
}

/** A verdict by shape, colour and word. */
export function VerdictBadge({ verdict, count }: Props) {
  return (
    <Badge tone={TONES[verdict]}>
      <span aria-hidden="true">{VERDICT_MARKS[verdict]} </span>
      {count !== undefined && `${count} `}
      {verdict === 'partly' && count === undefined ? 'partly supported' : verdict}
    </Badge>
  );
}
