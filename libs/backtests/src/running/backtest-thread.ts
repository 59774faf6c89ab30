import { parentPort, workerData } from 'node:worker_threads';
import { RunError } from '../run-error';
import { barConstructors } from './bar-constructors';
import { LINT, type RunAnswer, type RunRequest, type ThreadData } from './run-job';
import { lintShared, OpenedMarket, runStrategy, settingsOf } from './run-strategy';
import { Watch } from './watch';

/* A thread that runs strategies on one market, one after the other. */
const { market: shared, watch: buffer } = workerData as ThreadData;
const watch = new Watch(buffer);
let market: OpenedMarket | undefined;

barConstructors();

// A promise that a strategy leaves behind is no part of the replay; its failure must not end the run that comes next.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (request: RunRequest | typeof LINT) => parentPort?.postMessage(answerTo(request)));

function answerTo(request: RunRequest | typeof LINT): RunAnswer {
  try {
    if (request === LINT) return { lint: lintShared(shared) };
    market ??= new OpenedMarket(shared);
    if (request.settingsOnly === true) return { settings: settingsOf(market.whole, request.job) };
    return { result: runStrategy(market, request, watch) };
  } catch (error) {
    // Anything else ends the thread, and its error reaches whoever asked.
    if (!(error instanceof RunError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}
