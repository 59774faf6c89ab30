/** A running Streakline, over HTTP. Every failure says what was asked and what the answer was. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Receipt>;
  /** All pages of a list. */
  list<Row>(path: string): Promise<readonly Row[]>;
}

export interface Receipt {
  readonly id: string;
  /** Reading with `minPosition` of this sees what was written. */
  readonly position: number;
}

interface Page<Row> {
  readonly data: readonly Row[];
  /** Left out where all of a list fits on one page always. */
  readonly nextCursor?: string | null;
}

/** Where to write and where to read: one address, or two. */
export interface ApiUrls {
  readonly intakeUrl: string;
  readonly queryUrl: string;
}

export function apiAt({ intakeUrl, queryUrl }: ApiUrls, stop: AbortSignal): Api {
  const get = <Answer>(path: string) => answerOf<Answer>('GET', `${queryUrl}${path}`, { signal: stop });
  return {
    get,
    post: (path, body) =>
      answerOf<Receipt>('POST', `${intakeUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: stop,
      }),
    list: (path) => allPages(get, path),
  };
}

async function allPages<Row>(get: <Answer>(path: string) => Promise<Answer>, path: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const page: Page<Row> = await get<Page<Row>>(
      cursor === null ? path : `${path}${separator}cursor=${encodeURIComponent(cursor)}`,
    );
    rows.push(...page.data);
    cursor = page.nextCursor ?? null;
  } while (cursor !== null);
  return rows;
}

async function answerOf<Answer>(method: string, url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const body = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${body.slice(0, 2_000)}`);
  return JSON.parse(body) as Answer;
}
