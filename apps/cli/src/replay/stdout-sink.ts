import { eventLine } from '@streakline/event-streams';
import { print } from '../output/print';
import type { Sink } from './sink';

/** Characters written at once: a line by itself is too small a packet. */
const PACKET = 64 * 1024;

/** NDJSON on standard output. */
export function stdoutSink(): Sink {
  let packet = '';
  const flush = async () => {
    if (packet === '') return;
    const text = packet;
    packet = '';
    await print(text);
  };
  return {
    take: async (event) => {
      packet += `${eventLine(event)}\n`;
      if (packet.length >= PACKET) await flush();
    },
    flush,
    close: () => Promise.resolve(),
  };
}
