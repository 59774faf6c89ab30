import { closeEntries } from '@streakline/dead-letters';
import { checkChoice, chosen, type ChoiceOptions } from './find-entries';
import { showOutcomes } from './outcomes';
import { seenEntries } from './seen-entries';
import { type SourceOptions, withOpenSources } from './sources';

export interface CloseOptions extends SourceOptions, ChoiceOptions {
  readonly json?: boolean;
}

export async function closeDeadLetters(ids: readonly string[], options: CloseOptions): Promise<void> {
  checkChoice(ids, options);
  const outcomes = await withOpenSources(options, async (sources) =>
    closeEntries(chosen(await seenEntries(sources), ids, options, sources.unseen), sources),
  );
  await showOutcomes(outcomes, options.json === true);
}
