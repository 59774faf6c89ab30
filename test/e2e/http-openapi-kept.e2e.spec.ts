import { z } from 'zod';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { pageOf, receiptOf, startHttpApi, type Answer, type HttpApi, type Json } from './http-api';

interface Content {
  readonly schema: Json;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Content>> }>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Json };
}

/** One of each fact that a timeline, and what the directory tells, has fields of its own for. */
const lifeOfAmazon = {
  halts: { from: '2026-02-26T15:00:00Z', to: '2026-02-26T15:30:00Z', reason: 'T1' },
  distributions: {
    exDate: '2026-02-26',
    kind: 'special',
    value: 0.01,
    received: { instrument: 'ARCX:SPY', perShare: 1 },
  },
  'scheduled-announcements': { kind: 'earnings', scheduledOn: '2026-04-30', knownAt: '2026-02-27T00:00:00Z' },
  observations: {
    observations: [{ kind: 'impliedMove', at: '2026-02-26T20:00:00Z', value: 0.07, unit: 'fraction', source: 'desk' }],
  },
  delistings: { lastSession: '2026-03-13', reason: 'acquisition', cashPerShare: 250 },
};

/** One to be answered, one to be refused. */
const pastMoments = ['asOf=2099-01-01', 'asOf=2026-03-05'];

describe('what the OpenAPI document promises', () => {
  let api: HttpApi;
  let document: OpenApi;
  let position: number;
  let deal: string;

  beforeAll(async () => {
    api = await startHttpApi();
    document = (await api.get('/openapi.json')).body as unknown as OpenApi;
    for (const { path, body } of requestsOf(loadAmazonExample()))
      ({ id: deal, position } = receiptOf(await api.post(path, body)));
    for (const [route, body] of Object.entries(lifeOfAmazon))
      await api.post(`/v1/instruments/XNAS:AMZN/${route}`, body);
    ({ position } = receiptOf(
      await api.post(`/v1/announcements/${deal}/amendments`, {
        announcedAt: '2026-03-02T13:30:00Z',
        headline: 'More of it',
      }),
    ));
  });
  afterAll(() => api.close());

  /** A schema of the document, with its references, as a check. */
  const checkOf = (schema: Json): z.ZodType => {
    const whole = JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    );
    return z.fromJSONSchema(JSON.parse(whole) as never);
  };
  const problemsOf = (answer: Answer, operation: Operation): string => {
    const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
    const content = operation.responses[answer.status]?.content[type];
    if (content === undefined) return `${answer.status} ${type} is not in the document`;
    const checked = checkOf(content.schema).safeParse(answer.body);
    return checked.success ? '' : z.prettifyError(checked.error);
  };
  const operationOf = (path: string, method: string): Operation => {
    const operation = document.paths[path]?.[method];
    if (operation === undefined) throw new Error(`There is no ${method} ${path} in the document.`);
    return operation;
  };

  it('is what every GET answers, and refuses', async () => {
    const gets = Object.entries(document.paths).filter(([, methods]) => 'get' in methods);
    expect(gets.length).toBeGreaterThan(10);
    for (const [template] of gets) {
      const operation = operationOf(template, 'get');
      const path = template.replace('{ref}', 'XNAS:AMZN').replace('{id}', deal);
      const takesMoment = operation.parameters?.some(({ name }) => name === 'asOf') === true;
      const queries = [`minPosition=${position}`, 'unheardOf=1', ...(takesMoment ? pastMoments : [])];
      for (const query of template.startsWith('/v1') ? queries : ['']) {
        const answer = await api.get(`${path}?${query}`);
        expect({ template, query, problems: problemsOf(answer, operation) }).toEqual({ template, query, problems: '' });
      }
      if (path === template) continue;
      const unknown = await api.get(template.replace('{ref}', 'XNAS:NONE').replace('{id}', `ann_${'0'.repeat(32)}`));
      expect({ template, status: unknown.status, problems: problemsOf(unknown, operation) }).toEqual({
        template,
        status: 404,
        problems: '',
      });
    }
  });

  it('is kept for every reaction, to the announcement and to its amendment', async () => {
    const reactions = pageOf(await api.get(`/v1/announcements/${deal}/reactions`)).data;
    expect(reactions.length).toBe(2);
  });

  // Last: the examples go on to amend, correct and retract the deal.
  it('is what every POST takes: its example is valid, and its answers are as promised', async () => {
    const posts = Object.entries(document.paths).filter(([, methods]) => 'post' in methods);
    for (const [template] of posts) {
      const operation = operationOf(template, 'post');
      const content = operation.requestBody?.content['application/json'];
      const example = content?.examples?.['example']?.value;
      expect({ template, example: typeof example }).toEqual({ template, example: 'object' });
      expect({ template, valid: checkOf(content?.schema ?? {}).safeParse(example).error }).toEqual({
        template,
        valid: undefined,
      });
      const path = template.replace('{ref}', 'XNAS:AMZN').replace('{id}', deal);
      for (const body of [example, { ...(example as object), unheardOf: 1 }]) {
        const answer = await api.post(path, body);
        expect({ template, problems: problemsOf(answer, operation) }).toEqual({ template, problems: '' });
      }
    }
  });

  it('names every parameter that a list takes', () => {
    const names = (path: string) =>
      operationOf(path, 'get')
        .parameters?.filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name);
    expect(names('/v1/announcements')?.sort()).toEqual([
      'asOf',
      'asRecorded',
      'cursor',
      'from',
      'instrument',
      'kind',
      'limit',
      'minPosition',
      'order',
      'q',
      'to',
    ]);
    expect(names('/v1/instruments/{ref}/streaks')).toEqual(
      expect.arrayContaining(['direction', 'minLength', 'limit', 'cursor', 'minPosition']),
    );
  });
});
