import type { Panel, StudyEvent } from '../panel/panel';
import type { LeftOutParts } from './suspicion';

/**
 * Takes what screening left out of an event's days and windows out of the panel itself, before any figure is computed
 * from it: such a day has no abnormal return, such a window no sum and no days.
 */
export function leaveOut(panel: Panel, partsOf: (event: StudyEvent) => LeftOutParts | null): void {
  const { estimationDays, eventDays, event, forecastFactors } = panel;
  const { cumulative, windowFactors, windowDays, windows } = panel;
  panel.events.forEach((one, i) => {
    const part = partsOf(one);
    if (part === null) return;
    for (const day of part.days) {
      const place = day - event.from;
      if (place < 0 || place >= eventDays) continue;
      panel.abnormal[i * (estimationDays + eventDays) + estimationDays + place] = Number.NaN;
      forecastFactors[i * eventDays + place] = Number.NaN;
    }
    for (const window of part.windows) {
      cumulative[i * windows.length + window] = Number.NaN;
      windowFactors[i * windows.length + window] = Number.NaN;
      windowDays[i * windows.length + window] = 0;
    }
  });
}
