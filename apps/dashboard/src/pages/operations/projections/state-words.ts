import type { AnswerOf } from '../../../api/answers';
import type { Tone } from '../../../ui/badge';

export type Projection = AnswerOf<'/v1/projections'>['data'][number];

/** What a state means, and how loudly it is shown. */
export const stateWords: Readonly<Record<Projection['state'], readonly [tone: Tone, meaning: string]>> = {
  live: ['good', 'Everything stored is in the read models.'],
  catchingUp: ['past', 'Some of what is stored is not in the read models yet.'],
  rebuilding: ['mark', 'A version is being built beside the one that answers.'],
  retrying: ['bad', 'Something failed, and it is tried again.'],
  superseded: ['past', 'A newer program has built a version that this one does not know.'],
  absent: ['bad', 'Nothing has been built yet.'],
};
