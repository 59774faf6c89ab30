import { countingKind } from './counting-kind';
import { startWorkerOn } from './study-office';

/** A process that takes up studies and never comes past the third number: for a test that kills it. */
const stuck = countingKind({
  until: (n) => {
    if (n === 3) process.stdout.write('at 3\n');
    return true;
  },
});

startWorkerOn(process.argv[2] ?? '', stuck).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
