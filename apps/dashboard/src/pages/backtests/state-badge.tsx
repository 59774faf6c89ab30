import { Badge, type Tone } from '../../ui/badge';
import type { BacktestSummary } from './result';

const SAID: Readonly<Record<BacktestSummary['state'], readonly [mark: string, word: string, tone: Tone]>> = {
  queued: ['…', 'waits', 'plain'],
  running: ['▶', 'runs', 'mark'],
  done: ['✓', 'done', 'good'],
  failed: ['✕', 'failed', 'bad'],
  cancelled: ['■', 'cancelled', 'past'],
};

/** How a run stands, in a word with a shape. */
export function StateBadge({ state }: { readonly state: BacktestSummary['state'] }) {
  const [mark, word, tone] = SAID[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{mark} </span>
      {word}
    </Badge>
  );
}
