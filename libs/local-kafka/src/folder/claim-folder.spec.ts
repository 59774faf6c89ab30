import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder, isOwned } from './claim-folder';

describe('the claim on a folder of brokers', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'streakline-claim-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is one process at a time, and the other is told whose it is', () => {
    const letGo = claimFolder(folder);
    expect(isOwned(folder)).toBe(true);
    expect(() => claimFolder(folder)).toThrow(`in use by the process ${process.pid}`);
    letGo();
    expect(isOwned(folder)).toBe(false);
    claimFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('passes on when its process was killed, also if the pid is used again', () => {
    writeFileSync(join(folder, 'owner'), `${process.pid} an-earlier-boot:17`);
    expect(isOwned(folder)).toBe(false);
    const letGo = claimFolder(folder);
    expect(isOwned(folder)).toBe(true);
    letGo();
  });
});
