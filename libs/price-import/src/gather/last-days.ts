import { detectPriceFile, PriceFileError } from '@streakline/price-files';
import type { PriceImportOptions } from '../import-options';
import { ownerOfFile } from '../owner/owner-of-file';
import { Gatherer } from './gatherer';
import { readFile, readingOptions } from './read-file';

/** The latest day of each series in files from end to end, by the gatherer's key; their rows are not kept. */
export async function lastDays(
  paths: readonly string[],
  options: PriceImportOptions,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  const gatherer = new Gatherer(options.basis);
  const reading = readingOptions(options, signal);
  for (const [place, path] of paths.entries()) {
    try {
      const detection = await detectPriceFile(path, reading);
      const owner = ownerOfFile(detection, options);
      if (typeof owner === 'string') continue;
      const source = options.source ?? detection.title;
      await readFile(
        { place, path, detection, owner },
        gatherer,
        { ...reading, source },
        {
          onBatch: () => {
            gatherer.forget();
            return Promise.resolve();
          },
        },
      );
    } catch (error) {
      // The import itself tells of it when it comes to the file.
      if (!(error instanceof PriceFileError)) throw error;
    }
  }
  return new Map([...gatherer.series].map(([key, { lastDay }]) => [key, lastDay]));
}
