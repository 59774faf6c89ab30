import { fork } from 'node:child_process';
import { extname, join } from 'node:path';

/**
 * A process of its own, so that what is measured has the core to itself that it would have: one of the files beside
 * this one, which answers questions. It ends with the benchmark.
 */
export interface Child {
  ask<T>(question: string, argument?: unknown): Promise<T>;
  stop(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

export function startChild(name: string, environment: NodeJS.ProcessEnv = {}): Child {
  const child = fork(join(__dirname, `${name}${extname(__filename)}`), [], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', ({ id, answer, error }: Answer) => {
    if (error === undefined) waiting.get(id)?.resolve(answer as never);
    else waiting.get(id)?.reject(new Error(`${name}: ${error}`));
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}`));
  });
  return {
    ask: <T>(question: string, argument?: unknown) =>
      new Promise<T>((resolve, reject) => {
        const id = (asked += 1);
        waiting.set(id, { resolve, reject });
        child.send({ id, question, argument });
      }),
    stop: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

type Answers = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

/** The child's side: answers the questions of its parent, by name. */
export function answerParent(answers: Answers): void {
  const answer = async (question: string, argument: unknown) => answers[question]?.(argument as never);
  process.on('message', ({ id, question, argument }: { id: number; question: string; argument: unknown }) => {
    answer(question, argument).then(
      (given) => process.send?.({ id, answer: given }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit());
}

/** Epoch milliseconds with fractions, comparable between processes of one machine. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now();
}
