/**
 * `streakline ... | head` closes our standard output early: the reader has what it wanted, so that is success and
 * not worth a word.
 */
export function ignoreClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
