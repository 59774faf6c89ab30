let isMarked = false;

/** Marks the moment at which the page's first chart with bars stands on the screen, for whoever measures. */
export function markFirstChart(): void {
  if (isMarked) return;
  isMarked = true;
  // The chart paints in the next frame; it is on the screen when the one after that begins.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('streakline:first-chart')));
}
