import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stage of the Dockerfile comes to, with all that it stands on. */
export interface Stage {
  readonly environment: Readonly<Record<string, string>>;
  readonly exposed: readonly number[];
  readonly command: readonly string[];
  readonly user: string;
  readonly checksHealth: boolean;
  /** Sources of its COPYs from the build context. */
  readonly copied: readonly string[];
}

const NOTHING: Stage = { environment: {}, exposed: [], command: [], user: 'root', checksHealth: false, copied: [] };

/** The stages of the Dockerfile, by name: as much of the language as it uses. */
export function stagesOf(root: string): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>();
  let name = '';
  for (const line of readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n')) {
    const [, instruction = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (instruction === 'FROM') {
      const [, base = '', as = ''] = /^(\S+) AS (\S+)$/.exec(rest) ?? [];
      name = as;
      stages.set(name, stages.get(base) ?? NOTHING);
    } else if (instruction !== '') stages.set(name, withInstruction(stages.get(name) ?? NOTHING, instruction, rest));
  }
  return stages;
}

function withInstruction(stage: Stage, instruction: string, rest: string): Stage {
  switch (instruction) {
    case 'ENV':
      return { ...stage, environment: { ...stage.environment, ...assignments(rest) } };
    case 'EXPOSE':
      return { ...stage, exposed: [...stage.exposed, Number(rest)] };
    case 'CMD':
      return { ...stage, command: JSON.parse(rest) as string[] };
    case 'USER':
      return { ...stage, user: rest };
    case 'HEALTHCHECK':
      return { ...stage, checksHealth: true };
    case 'COPY':
      return rest.startsWith('--from')
        ? stage
        : { ...stage, copied: [...stage.copied, ...rest.split(/\s+/).slice(0, -1)] };
    default:
      return stage;
  }
}

function assignments(rest: string): Record<string, string> {
  return Object.fromEntries(rest.split(/\s+/).map((each) => each.split('=', 2) as [string, string]));
}
