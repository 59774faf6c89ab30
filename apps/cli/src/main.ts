import { createProgram } from './program';
import { exitCodeOf, InterruptedError, report } from './failures';
import { ignoreClosedPipe } from './output/closed-pipe';

ignoreClosedPipe();
createProgram()
  .parseAsync()
  .catch((error: unknown) => {
    report(error);
    // Whoever interrupts waits for nothing more; else, what is still on its way to a pipe must arrive.
    if (error instanceof InterruptedError) process.exit(exitCodeOf(error));
    process.exitCode = exitCodeOf(error);
  });
