import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse, type Refusal } from '@streakline/event-store';
import { RunError } from '../run-error';
import { loadStrategy } from '../strategies/load-strategy';
import type { StrategyCode } from '../strategies/strategy-code';

/** A file of the folder of strategies, and what it defines. */
export type InstalledStrategy =
  | { readonly file: string; readonly code: StrategyCode; readonly problem: null }
  | { readonly file: string; readonly code: null; readonly problem: string };

/**
 * The strategies that the operator installed: the TypeScript files that lie in a folder, not those in folders of it, which
 * they may import. Looked at anew whenever they are asked for.
 */
export class Strategies {
  /** @param folder undefined: none are installed */
  constructor(private readonly folder: string | undefined) {}

  /** By file name; one that cannot be loaded says why. */
  async list(): Promise<readonly InstalledStrategy[]> {
    if (this.folder === undefined) return [];
    const names = await readdir(this.folder).catch((error: unknown) => {
      throw new Error(`STREAKLINE_STRATEGIES: the folder ${String(this.folder)} cannot be read.`, { cause: error });
    });
    const files = names.filter((name) => name.endsWith('.ts') && !/\.(d|spec)\.ts$/.test(name)).sort();
    const installed: InstalledStrategy[] = [];
    for (const file of files) installed.push(await loaded(this.folder, file));
    return installed;
  }

  /** By its own name; a refusal where none, or more than one, has it. */
  async find(name: string): Promise<StrategyCode | Refusal> {
    const all = await this.list();
    const found = all.filter(({ code }) => code?.name === name);
    const [first, second] = found;
    if (first?.code && second === undefined) return first.code;
    const detail = second === undefined ? this.unknown(name, all) : ambiguous(name, found);
    return refuse('notFound', 'unknownStrategy', detail, [{ pointer: '/strategy', detail }]);
  }

  private unknown(name: string, all: readonly InstalledStrategy[]): string {
    if (this.folder === undefined)
      return 'No strategies are installed here: whoever runs this server names a folder of them in STREAKLINE_STRATEGIES.';
    const names = all.flatMap(({ code }) => code?.name ?? []);
    const there = names.length === 0 ? 'none can be loaded' : `there are ${names.join(', ')}`;
    return `No strategy installed here is called "${name}": ${there}. GET /v1/strategies says more.`;
  }
}

async function loaded(folder: string, file: string): Promise<InstalledStrategy> {
  try {
    return { file, code: await loadStrategy(join(folder, file)), problem: null };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { file, code: null, problem: error.message };
  }
}

function ambiguous(name: string, found: readonly InstalledStrategy[]): string {
  return `Several files here define a strategy called "${name}": ${found.map(({ file }) => file).join(', ')}. Each needs a name of its own.`;
}
