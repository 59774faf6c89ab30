import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { hoistNamed } from './named-schemas';
import { tidyDocument } from './tidy-document';

/** Of the API, not of the program: it moves with the contract. */
const API_VERSION = '1';

/** The OpenAPI 3.1 document of all routes of an application. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Streakline')
    .setVersion(API_VERSION)
    .setDescription(DESCRIPTION)
    .addServer('/', 'This server.')
    .addTag(
      'instruments',
      'What is listed, under which ticker, with its splits, dividends, share counts and benchmarks.',
    )
    .addTag('bars', 'Prices and volumes by session.')
    .addTag('announcements', 'What was made public, when, by whom, and the trace that it left.')
    .addTag('studies', 'Whether what followed many announcements is more than noise; each study rests on one position.')
    .addTag('insights', 'What the system found, as it tells others.')
    .addTag('operations', 'Projections and health.')
    .build();
  const document = SwaggerModule.createDocument(app, outline, { operationIdFactory });
  return tidyDocument(hoistNamed(cleanupOpenApiDoc(document, { version: '3.1' })));
}

/** RecordBarsRoute.post is `recordBars`; AnnouncementsRoute.list is `announcementsList`. */
function operationIdFactory(controller: string, method: string): string {
  const noun = controller.replace(/(Route|Controller)$/, '');
  const verb = method === 'post' || method === 'get' ? '' : `${method.charAt(0).toUpperCase()}${method.slice(1)}`;
  return `${noun.charAt(0).toLowerCase()}${noun.slice(1)}${verb}`;
}

const DESCRIPTION = [
  'What did this announcement do to the stock? Announcements and prices are recorded as events; reactions, streaks and market caps are read from them.',
  '',
  '- A `{ref}` is an instrument id or MIC:SYMBOL, such as `XNAS:AMZN`.',
  '- Instants are RFC 3339 with Z; sessions are YYYY-MM-DD in the zone of the exchange; a return is a fraction; market caps are in whole units of the currency.',
  '- A POST answers 201 with `{id, position}`, or 200 with the first answer when all of it was said before. Pass the position as `minPosition` to read what you wrote.',
  '- A server that has API keys asks for one: `Authorization: Bearer slk_...`. Each operation says which scope it takes: `read`, `ingest` or `operate`.',
  '- Errors are `application/problem+json` (RFC 9457) with a stable `code`, the `requestId`, and a JSON pointer to each field to mend.',
].join('\n');
