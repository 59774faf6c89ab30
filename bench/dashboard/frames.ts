import type { Page } from 'playwright-core';
import { now, quantile } from '../pairing';

/** How smoothly a page moved while something was done in it. */
export interface Frames {
  readonly perSecond: number;
  /** Milliseconds between two frames: the longest, and the 99th percentile. */
  readonly longest: number;
  readonly p99: number;
}

/** Counts the frames that the page's own clock gives out while `act` goes on. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(`globalThis.frames_ = []; globalThis.counting_ = true;
    requestAnimationFrame(function count(at) { frames_.push(at); if (counting_) requestAnimationFrame(count); })`);
  await act();
  const times = await page.evaluate<readonly number[]>('counting_ = false, frames_');
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const lasted = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    perSecond: (1000 * gaps.length) / lasted,
    longest: Math.max(...gaps),
    p99: quantile(gaps, 0.99),
  };
}

/** Of a movement that is looked at. */
const LASTS_MS = 6_000;
/** Between two of its steps: a frame of a 60 Hz screen. */
const STEP_MS = 1000 / 60;

/** Drags to and fro across the middle of an area. */
export async function drag(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<void> {
  const y = box.y + box.height / 2;
  const middle = box.x + box.width / 2;
  await page.mouse.move(middle, y);
  await page.mouse.down();
  await stepByStep(page, (step) => page.mouse.move(middle + box.width * 0.4 * Math.sin(step / 12), y));
  await page.mouse.up();
}

/** Scrolls down by the wheel. */
export async function scrollDown(page: Page): Promise<void> {
  await page.mouse.move(640, 600);
  await stepByStep(page, () => page.mouse.wheel(0, 240));
}

async function stepByStep(page: Page, take: (step: number) => Promise<void>): Promise<void> {
  const until = now() + LASTS_MS;
  for (let step = 1; now() < until; step += 1) {
    await take(step);
    await page.waitForTimeout(STEP_MS);
  }
}
