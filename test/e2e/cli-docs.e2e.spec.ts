import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve, temporaryFolder, type Served } from './cli-process';

/** A fenced block of a guide. */
interface Block {
  readonly language: string;
  readonly text: string;
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** The curl commands of a block: an address, headers and a body, each quoted as the shell takes it. */
function curlsOf(text: string): readonly { url: string; init: RequestInit }[] {
  return text
    .split(/^curl -s /m)
    .slice(1)
    .map((command) => {
      const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      const after = (flag: string) => words[words.indexOf(flag) + 1];
      const body = words.includes('-d') ? after('-d') : undefined;
      const init =
        body === undefined
          ? {}
          : { method: 'POST', body, headers: { 'Content-Type': after('-H')?.split(': ')[1] ?? '' } };
      return { url: words[0] ?? '', init };
    });
}

describe.each([
  ['README.md', []],
  ['docs/guides/api.md', [409, 422]],
  ['docs/guides/time-travel.md', [400]],
])('%s', (file, refusals) => {
  const blocks = blocksOf(readFileSync(join(__dirname, '../..', file), 'utf8'));
  const root = temporaryFolder();
  let server: Served;
  beforeAll(async () => {
    server = await serve(join(root, 'data'));
  });

  it('works as typed, and answers what it shows', async () => {
    const refused: number[] = [];
    let answer: unknown;
    for (const { language, text } of blocks) {
      if (language === 'json') expect(answer).toMatchObject(rounded(JSON.parse(text)) as object);
      for (const { url, init } of language === 'sh' ? curlsOf(text) : []) {
        const response = await fetch(url.replace('http://127.0.0.1:8080', server.url), init);
        answer = rounded(await response.json());
        if (!response.ok) refused.push(response.status);
      }
    }
    expect(refused).toEqual(refusals);
  });
});

/** Figures to nine significant digits: the guide does not show them all. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'number' ? Number(each.toPrecision(9)) : each,
  );
}
