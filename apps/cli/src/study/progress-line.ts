import type { StudyProgress } from '@streakline/event-study';

const BAR_CELLS = 24;

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** How far a study is, as one line that is drawn anew on a terminal, and nothing elsewhere. */
export class ProgressLine {
  private drawn = false;

  constructor(private readonly output: Output) {}

  show(progress: StudyProgress): void {
    if (!this.output.isTTY) return;
    this.output.write(`\r\u001b[2K${barOf(progress)}`);
    this.drawn = true;
  }

  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }
}

function barOf({ phase, done, total }: StudyProgress): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(share * BAR_CELLS);
  return `${'█'.repeat(full)}${'·'.repeat(BAR_CELLS - full)} ${Math.floor(share * 100)}% ${phase}`;
}
