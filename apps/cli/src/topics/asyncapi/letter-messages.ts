import { letterHeaders } from '@streakline/event-log';
import { type ChannelMessages, message } from './channel';
import { headersSchema, instant, integer, text } from './headers';

type Json = Readonly<Record<string, unknown>>;

/** What lies on a dead-letter topic. */
export function letterMessages(): ChannelMessages {
  return {
    summary: 'Records that were refused, as they came, and what became of them. `streakline dead-letters` works on it.',
    messages: { deadLetter: letterMessage(), closing: closingMessage() },
    schemas: {},
  };
}

function letterMessage(): Json {
  return message({
    name: 'deadLetter',
    summary: 'A refused record: key, value and other headers are its own.',
    key: 'As the record came.',
    contentType: 'application/octet-stream',
    headers: headersSchema({
      [letterHeaders.problem]: {
        type: 'string',
        contentMediaType: 'application/problem+json',
        description: 'Why: an RFC 9457 problem document with `code`, as HTTP answers it.',
      },
      [letterHeaders.originTopic]: text('Where it was refused.'),
      [letterHeaders.originPartition]: integer('Where it was refused.'),
      [letterHeaders.originOffset]: integer('Where it was refused.'),
      [letterHeaders.originTimestamp]: integer('The record’s timestamp there, in epoch milliseconds.'),
      [letterHeaders.refusedAt]: instant('When.'),
      [letterHeaders.attempts]: integer('How often it was refused, retries included.'),
      [`${letterHeaders.leftOut}?`]: text('What did not fit, with its size in bytes, as JSON: {"value": 18000000}.'),
    }),
  });
}

function closingMessage(): Json {
  return message({
    name: 'closing',
    summary: 'Says that a letter is dealt with. No value.',
    key: null,
    headers: headersSchema({
      [letterHeaders.closes]: text('The letter’s id.'),
      [letterHeaders.closedAs]: { type: 'string', enum: ['retried', 'closed'] },
      [letterHeaders.closedAt]: instant('When.'),
    }),
    payload: { type: 'null' },
  });
}
