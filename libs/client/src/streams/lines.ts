/**
 * The lines of a body as they come, without their ends (LF, CR LF or CR, as Server-Sent Events allow). Throws
 * {@link UnfinishedLine} where the body ends within one.
 */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const text = rest + decoder.decode(value, { stream: true });
      // A CR at the end may be the first half of a CR LF.
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      const lines = whole.split(/\r\n|\n|\r/);
      rest = (lines.pop() ?? '') + text.slice(whole.length);
      yield* lines;
    }
    if (rest.replace(/\r$/, '') !== '') throw new UnfinishedLine('the answer broke off within a line');
  } finally {
    // Left early, what is still to come is not wanted; at the end this does nothing.
    await reader.cancel().catch(() => undefined);
  }
}

/** The answer ended within a line. */
export class UnfinishedLine extends Error {}
