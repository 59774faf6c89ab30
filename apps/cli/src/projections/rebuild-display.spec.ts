import { RebuildDisplay } from './rebuild-display';

const progress = {
  phase: 'loading',
  version: 2,
  events: 500_000,
  rate: 182_000,
  head: 2_000_000,
  etaSeconds: 8.2,
} as const;

function shown(terminal: { isTTY?: boolean; columns?: number }): { display: RebuildDisplay; written: string[] } {
  const written: string[] = [];
  const output = { ...terminal, write: (text: string) => written.push(text) > 0 };
  return { display: new RebuildDisplay('dossiers', output), written };
}

describe('the progress of a rebuild', () => {
  it('is a bar with rate, time left and place, redrawn on a terminal and wiped before anything else is said', () => {
    const { display, written } = shown({ isTTY: true, columns: 120 });
    display.show(progress);
    display.clear();
    expect(written).toEqual([
      '\r\u001b[2Kdossiers version 2: ██████·················· 25%, 500,000 of 2,000,000 events, 182,000/s, 0:09 left',
      '\r\u001b[2K',
    ]);
  });

  it('never wraps a line of the terminal', () => {
    const { display, written } = shown({ isTTY: true, columns: 30 });
    display.show(progress);
    expect(written[0]).toBe(`\r\u001b[2K${'dossiers version 2: ██████·······'.slice(0, 29)}`);
  });

  it('is a plain line now and then in a pipe', () => {
    const { display, written } = shown({});
    display.show(progress);
    display.show(progress);
    display.clear();
    expect(written).toEqual([
      'dossiers version 2: ██████·················· 25%, 500,000 of 2,000,000 events, 182,000/s, 0:09 left\n',
    ]);
  });
});
