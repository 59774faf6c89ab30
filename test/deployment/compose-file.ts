import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly expose?: readonly string[];
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** YAML, merged, as compose does it; variables of the shell replaced by what `shell` says, else by their defaults. */
export function readCompose(root: string, shell: Readonly<Record<string, string>>): ComposeFile {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8').replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, how: string | undefined, or = '') => {
      if (how === '?' && shell[name] === undefined) throw new Error(`${name}: ${or}`);
      return shell[name] ?? (how === '-' ? or : '');
    },
  );
  return readYaml(text) as ComposeFile;
}

export function readYaml(text: string): unknown {
  return load(text);
}
