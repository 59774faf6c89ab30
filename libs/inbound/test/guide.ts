import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headers, type Parts } from './records';

const FILE = join(__dirname, '../../../docs/guides/kafka-inbound.md');

/** A `kcat -P` of the guide, as kcat understands it. */
export interface Typed {
  readonly topic: string;
  readonly record: Parts;
}

/** What the guide says, and the commands that it asks its readers to type. */
export interface Guide {
  readonly text: string;
  readonly posts: readonly { readonly path: string; readonly body: string }[];
  /** What it asks for, and of which port. */
  readonly gets: readonly { readonly port: string; readonly path: string }[];
  readonly records: readonly Typed[];
}

export function readGuide(): Guide {
  const text = readFileSync(FILE, 'utf8');
  const commands = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, command = '']) => command);
  const posts = commands.flatMap((command) => {
    const [, path, body] = /^curl -s http:\/\/127\.0\.0\.1:8080(\S+) .*-d '([^']*)'/s.exec(command) ?? [];
    return path === undefined || body === undefined ? [] : [{ path, body }];
  });
  const gets = commands.flatMap((command) => {
    const [, port, path] = /^curl -s http:\/\/127\.0\.0\.1:(\d+)(\S+)\n$/.exec(command) ?? [];
    return port === undefined || path === undefined ? [] : [{ port, path }];
  });
  return { text, posts, gets, records: commands.filter((command) => command.includes('kcat -P')).map(typed) };
}

function typed(command: string): Typed {
  const [, line, body] = /<<'END' \| kcat (.*?[^\\])\n(.*)\nEND\n$/s.exec(command) ?? [];
  if (line === undefined || body === undefined) throw new Error(`Not as the other commands are: ${command}`);
  const of = (flag: string) => [...line.matchAll(new RegExp(`-${flag} (\\S+)`, 'g'))].map(([, value = '']) => value);
  const [[topic = ''], [key = '']] = [of('t'), of('k')];
  const named = of('H').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  const value = Buffer.from(body.replaceAll('\n', ''));
  return { topic, record: { key: Buffer.from(key), value, headers: headers(Object.fromEntries(named)) } };
}
