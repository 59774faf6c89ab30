import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of strategies that is removed after the spec. */
export interface StrategyFolder {
  readonly path: string;
  /** Writes a file and gives its path. */
  write(name: string, source: string): string;
}

export function strategyFolder(): StrategyFolder {
  const path = mkdtempSync(join(tmpdir(), 'streakline-strategies-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write(name, source) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source);
      return file;
    },
  };
}

/** The source of a strategy with these handlers. */
export function strategySource(handlers: string, more = ''): string {
  return `import { defineStrategy } from '@streakline/backtest';
${more}
export default defineStrategy({
  name: 'under-test',
  ${handlers}
});
`;
}
