import type { Panel } from './panel';

/**
 * Buy-and-hold abnormal return of one event over one of the panel's windows (Barber and Lyon 1997): what its returns
 * compound to, less what the model's normal returns compound to, over the usable days. Log returns are compounded as
 * such. Null without a usable day, where the window was left out, or where the values are no returns.
 */
export function buyAndHoldAbnormal(panel: Panel, place: number, window: number): number | null {
  if (panel.returns === 'none') return null;
  if (panel.windowDays[place * panel.windows.length + window] === 0) return null;
  const { series, day0 } = panel.events[place]!;
  const { estimationDays, eventDays, abnormal } = panel;
  const { from, to } = panel.windows[window]!;
  const day0At = place * (estimationDays + eventDays) + estimationDays - panel.event.from;
  const log = panel.returns === 'log';
  let held = log ? 0 : 1;
  let normal = held;
  for (let day = from; day <= to; day++) {
    const beyond = abnormal[day0At + day]!;
    if (Number.isNaN(beyond)) continue;
    const own = series.returns[day0 + day]!;
    held = log ? held + own : held * (1 + own);
    normal = log ? normal + (own - beyond) : normal * (1 + (own - beyond));
  }
  return log ? Math.exp(held) - Math.exp(normal) : held - normal;
}
