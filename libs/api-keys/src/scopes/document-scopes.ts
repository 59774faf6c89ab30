import type { OpenAPIObject } from '@nestjs/swagger';
import { scopeOfOperation } from './route-scopes';

/** Of the scheme in the document's components. */
const SCHEME = 'apiKey';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const WHEN = {
  401: 'Where keys are in force: no API key, or one that is not known, revoked or expired.',
  403: 'Where keys are in force: the API key lacks the scope that this takes.',
  429: 'Where keys are in force: the key has made too many requests. Ask again after Retry-After.',
} as const;

const text = (description: string) => ({ description, schema: { type: 'string' } });
const HEADERS_OF_429 = {
  'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } },
  'RateLimit-Policy': text(
    'Requests that a key may make in this process, and in how many seconds: `"default";q=6000;w=60`.',
  ),
  RateLimit: text('How many are left, and for how many seconds they are meant: `"default";r=0;t=1`.'),
};

/** The document with the key that each operation of the API takes, its scope, and the problems that come of it. */
export function withScopes(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, path.startsWith('/v1') ? keyed(path, item) : item]),
  );
  const securitySchemes = {
    [SCHEME]: {
      type: 'http' as const,
      scheme: 'bearer',
      bearerFormat: 'slk_<id>_<secret>',
      description:
        'An API key, made by `streakline keys create` with some of the scopes `read`, `ingest` and `operate`. Needed as soon as the server has one; without any it answers its own machine alone, or a network that it was told to trust.',
    },
  };
  return { ...document, paths, components: { ...document.components, securitySchemes } };
}

type PathItem = OpenAPIObject['paths'][string];

function keyed(path: string, item: PathItem): PathItem {
  const told = { ...item };
  for (const method of METHODS) {
    const operation = told[method];
    if (operation === undefined) continue;
    const scope = scopeOfOperation(`${method.toUpperCase()} ${path}`);
    told[method] = {
      ...operation,
      responses: { ...operation.responses, ...problems() },
      // Programs of OpenAPI 3.1 read what a key has to be good for in this list.
      security: [{ [SCHEME]: scope === undefined ? [] : [scope] }],
    };
  }
  return told;
}

function problems() {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    401: { description: WHEN[401], headers: { 'WWW-Authenticate': text('RFC 6750.') }, content },
    403: { description: WHEN[403], content },
    429: { description: WHEN[429], headers: HEADERS_OF_429, content },
  };
}
