import { closeDeadLetter, type DeadLetter } from '@streakline/event-log';
import type { OpenKafka } from '../kafka/open-kafka';
import { entriesOf, summaryOf } from './entries';
import { checkChoice, chosen, type ChoiceOptions } from './find-entries';
import { type Outcome, showOutcomes } from './outcomes';
import { type SourceOptions, withOpenSources } from './sources';

export interface CloseOptions extends SourceOptions, ChoiceOptions {
  readonly json?: boolean;
}

export async function closeDeadLetters(ids: readonly string[], options: CloseOptions): Promise<void> {
  checkChoice(ids, options);
  const outcomes = await withOpenSources(options, async (sources) => {
    const entries = chosen(await entriesOf(sources), ids, options, sources.unseen);
    const letters = entries.flatMap((entry) => (entry.kind === 'record' ? [entry.letter] : []));
    const parked = entries.filter(({ kind }) => kind === 'parked');
    const closed = sources.kafka === null ? [] : await closeAll(letters, sources.kafka);
    return [...closed, ...parked.map((entry) => notClosed(summaryOf(entry).id))];
  });
  await showOutcomes(outcomes, options.json === true);
}

async function closeAll(letters: readonly DeadLetter[], { eventLog }: OpenKafka): Promise<readonly Outcome[]> {
  if (letters.length === 0) return [];
  const producer = await eventLog.producer();
  try {
    for (const letter of letters) await closeDeadLetter(producer, letter, 'closed');
  } finally {
    await producer.close();
  }
  return letters.map(({ id, place }) => ({
    id,
    outcome: 'closed',
    detail: `it stays on ${place.topic} at offset ${place.offset}`,
  }));
}

/** To give a parked event up would leave a read model that differs from a rebuild. */
function notClosed(id: string): Outcome {
  return { id, outcome: 'failed', detail: 'parked events are not given up: mend their cause, then retry or rebuild' };
}
