/** A message of Server-Sent Events. */
export interface ServerSentEvent {
  /** `message` where it has no name. */
  readonly event: string;
  readonly data: string;
}

/**
 * Takes the lines of an event stream, as the HTML standard's "interpreting an event stream" says. A block without data
 * is no event, and still moves the id: that is how a server keeps the place of who filters.
 */
export class SseParser {
  /** The newest id of a whole block; empty before the first. */
  lastEventId = '';
  /** What the server asked to wait before connecting again, milliseconds. */
  retryMs: number | null = null;
  private id: string | null = null;
  private event = '';
  private data: string[] = [];

  /** The event that a line ends, if it does. */
  push(line: string): ServerSentEvent | null {
    if (line === '') return this.endBlock();
    const colon = line.indexOf(':');
    // A comment.
    if (colon === 0) return null;
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.data.push(value);
    else if (name === 'event') this.event = value;
    else if (name === 'id' && !value.includes('\0')) this.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value);
    return null;
  }

  /** Forgets a block that broke off with its connection. */
  dropBlock(): void {
    [this.id, this.event, this.data] = [null, '', []];
  }

  private endBlock(): ServerSentEvent | null {
    const { event, data } = this;
    this.lastEventId = this.id ?? this.lastEventId;
    this.dropBlock();
    return data.length === 0 ? null : { event: event || 'message', data: data.join('\n') };
  }
}
