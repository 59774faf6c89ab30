import { PassThrough } from 'node:stream';
import { Pace } from '@streakline/event-streams';
import { PauseControl } from './pause-control';

/** Keys as a terminal hands them over. Its raw mode is noted; the system has none here. */
class Keys extends PassThrough {
  readonly isTTY = true;
  isRaw = false;
  setRawMode(raw: boolean): this {
    this.isRaw = raw;
    return this;
  }
}

function opened() {
  let now = 0;
  const pace = new Pace(1, () => now);
  const said: string[] = [];
  const keys = new Keys();
  const raised: NodeJS.Signals[] = [];
  const input = keys as unknown as NodeJS.ReadStream;
  const control = new PauseControl(
    pace,
    (line) => said.push(line),
    input,
    (signal) => raised.push(signal),
  );
  control.open();
  pace.begin(0);
  const press = (key: string) => keys.emit('data', Buffer.from(key));
  return { pace, said, raised, keys, control, press, pass: (ms: number) => (now += ms) };
}

describe('the keys of a replay on a terminal', () => {
  it('the space key pauses, and pressed again goes on: no time of the past went by', () => {
    const { pace, said, control, press, pass } = opened();
    pass(1_000);
    press(' ');
    expect([pace.isPaused, said]).toEqual([true, ['paused: the space key goes on']]);
    pass(60_000);
    press(' ');
    expect(pace.isPaused).toBe(false);
    pass(500);
    // What was known two seconds in is due when two seconds went by; one and a half did.
    expect(pace.dueIn(2_000)).toBe(500);
    control.close();
  });

  it('other keys do nothing', () => {
    const { pace, control, press } = opened();
    press('q\r\u001b[A');
    expect(pace.isPaused).toBe(false);
    control.close();
  });

  it('Ctrl-C and Ctrl-Z, which a raw terminal hands over as keys, are the signals that they stand for', () => {
    const { control, press, raised } = opened();
    press('\u001a');
    press('\u0003');
    expect(raised).toEqual(['SIGTSTP', 'SIGINT']);
    control.close();
  });

  it('the terminal is left as it was', () => {
    const { keys, control } = opened();
    expect(keys.isRaw).toBe(true);
    control.close();
    expect([keys.isRaw, keys.listenerCount('data')]).toEqual([false, 0]);
  });
});
