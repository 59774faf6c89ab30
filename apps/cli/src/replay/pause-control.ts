import type { Pace } from '@streakline/event-streams';

const SPACE = ' ';
const CTRL_C = '\u0003';
const CTRL_Z = '\u001a';

type Input = NodeJS.ReadStream;

/**
 * Pauses a replay: by the space key on a terminal, and while the process is stopped (Ctrl-Z, SIGTSTP), so that no time
 * of the past went by when it goes on (fg, SIGCONT). To hear a key, the terminal must hand over all of them: those by
 * which it would send a signal are sent on.
 */
export class PauseControl {
  private readonly reasons = new Set<'key' | 'stopped'>();
  private readonly isTerminal: boolean;

  constructor(
    private readonly pace: Pace,
    private readonly say: (line: string) => void,
    private readonly input: Input = process.stdin,
    private readonly raise: (signal: NodeJS.Signals) => void = raiseHere,
  ) {
    this.isTerminal = input.isTTY;
  }

  open(): void {
    process.on('SIGTSTP', this.onStop);
    process.on('SIGCONT', this.onContinue);
    if (!this.isTerminal) return;
    this.input.setRawMode(true);
    this.input.on('data', this.onKeys).resume();
  }

  close(): void {
    process.off('SIGTSTP', this.onStop);
    process.off('SIGCONT', this.onContinue);
    if (!this.isTerminal) return;
    this.input.off('data', this.onKeys).pause();
    this.input.setRawMode(false);
  }

  private readonly onKeys = (keys: Buffer): void => {
    for (const key of keys.toString('latin1')) {
      if (key === SPACE) this.toggle();
      if (key === CTRL_C) this.raise('SIGINT');
      if (key === CTRL_Z) this.raise('SIGTSTP');
    }
  };

  private toggle(): void {
    if (this.reasons.has('key')) return this.goOn('key');
    this.hold('key');
    this.say('paused: the space key goes on');
  }

  private readonly onStop = (): void => {
    this.hold('stopped');
    if (this.isTerminal) this.input.setRawMode(false);
    // With a listener the signal itself stops nothing any more.
    this.raise('SIGSTOP');
  };

  private readonly onContinue = (): void => {
    if (this.isTerminal) this.input.setRawMode(true);
    this.goOn('stopped');
  };

  private hold(reason: 'key' | 'stopped'): void {
    this.reasons.add(reason);
    this.pace.pause();
  }

  private goOn(reason: 'key' | 'stopped'): void {
    this.reasons.delete(reason);
    if (this.reasons.size === 0) this.pace.resume();
  }
}

function raiseHere(signal: NodeJS.Signals): void {
  process.kill(process.pid, signal);
}
