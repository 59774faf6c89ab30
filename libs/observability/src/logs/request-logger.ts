import type { IncomingMessage, ServerResponse } from 'node:http';
import { withoutKeys } from '@streakline/web-api';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { errorForLog, type Log } from './create-log';

interface Line {
  readonly request: IncomingMessage;
  readonly milliseconds: number;
}

interface Logged {
  readonly method?: string;
  readonly url?: string;
}

/**
 * Express middleware that logs one line a request, when it is answered: method, URL, status and milliseconds. No
 * headers and no bodies: keys stand in the first, and what was said stands in the store. Whatever may be a key in the URL
 * is left out.
 */
export function requestLogger(log: Log): HttpLogger {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => String(response.getHeader('X-Request-Id')),
    quietReqLogger: true,
    customAttributeKeys: { req: 'request', res: 'response', reqId: 'requestId', responseTime: 'milliseconds' },
    // Ours take the request, response and error themselves, not pino-http's extracts of them.
    wrapSerializers: false,
    serializers: {
      err: errorForLog,
      request: ({ method, url }: Logged) => ({ method, url: url === undefined ? undefined : withoutKeys(url) }),
      response: ({ statusCode }: ServerResponse) => ({ status: statusCode }),
    },
    customLogLevel: ({ url }, response, error) => {
      // Asked every few seconds: what is not ready is told by whoever is not.
      if (/^\/(health|metrics)\b/.test(url ?? '')) return 'debug';
      return error !== undefined || response.statusCode >= 500 ? 'error' : 'info';
    },
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'failed',
    // Its error only says "failed with status code 500"; the filter has logged the one behind it.
    customErrorObject: (_request, response, _error, { request, milliseconds }: Line) => ({
      request,
      response,
      milliseconds,
    }),
  });
}
