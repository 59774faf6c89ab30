import type { Locator, Page } from 'playwright-core';

/** What came of pressing Tab until the page was through. */
export interface Walk {
  /** Stops. */
  readonly reached: number;
  /** Stops at which nothing marks where one is. */
  readonly unmarked: readonly string[];
  /** What one could do something with, and never came to. */
  readonly missed: readonly string[];
}

/** More stops than any page has: who comes so far goes in circles. */
const MOST = 600;

/** Presses Tab until the focus is there: what cannot be reached by keyboard is never found. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let stop = 0; stop < MOST; stop += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'))) return;
  }
  throw new Error(`${MOST} times Tab did not lead there`);
}

/** Presses Tab from the top of the page until it is left, or begins anew. */
export async function tabThrough(page: Page): Promise<Walk> {
  await page.evaluate(`globalThis.walk_ = { seen: new Set(), unmarked: [], last: null }`);
  for (let stop = 0; stop < MOST; stop += 1) {
    await page.keyboard.press('Tab');
    const goesOn = await page.evaluate<boolean>(LOOK);
    if (!goesOn) return page.evaluate<Walk>(SUM_UP);
  }
  throw new Error(`after ${MOST} stops by Tab the page was not through`);
}

/** Notes where the focus is; false where the page is through. A field for a date has a stop for each part of it. */
const LOOK = `(() => {
  const at = document.activeElement;
  if (at === walk_.last) return true;
  if (at === null || at === document.body || walk_.seen.has(at)) return false;
  walk_.seen.add(walk_.last = at);
  const places = [[at], [at, '::after'], [at.closest('label')], [at.closest('[role=row], tr')]];
  const marks = places.filter(([each]) => each !== null).some(([each, part]) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each, part);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  if (!marks) walk_.unmarked.push(at.outerHTML.slice(0, 160));
  return true;
})()`;

/** Of a group of radio buttons Tab comes to one. What a closed element hides is not there yet. */
const SUM_UP = `(() => {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const reachable = [...document.querySelectorAll(selector)].filter((each) =>
    !each.disabled && each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }) && each.closest('[inert]') === null);
  const radios = new Set([...walk_.seen].filter((each) => each.type === 'radio').map((each) => each.name));
  const missed = reachable.filter((each) => !walk_.seen.has(each) && !(each.type === 'radio' && radios.has(each.name)));
  return { reached: walk_.seen.size, unmarked: walk_.unmarked, missed: missed.map((each) => each.outerHTML.slice(0, 160)) };
})()`;
