/** What the shell is told. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  partlyDone: 3,
  interrupted: 130,
} as const;
