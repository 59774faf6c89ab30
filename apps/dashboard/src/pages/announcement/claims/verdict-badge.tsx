import { Badge, type Tone } from '../../../ui/badge';
import type { Claim } from '../answers';

type Verdict = NonNullable<Claim['now']>['verdict'];

/* Shape and word say the same. */
const LOOKS: Readonly<Record<Verdict, readonly [shape: string, tone: Tone]>> = {
  supported: ['✓', 'good'],
  contradicted: ['✗', 'bad'],
  uncheckable: ['?', 'plain'],
  partly: ['◐', 'past'],
};

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const [shape, tone] = LOOKS[verdict];
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{shape}</span> {verdict === 'partly' ? 'partly supported' : verdict}
    </Badge>
  );
}
