/** The handlers of a strategy, in the order of their numbers (what an observer writes where another thread reads). */
export const HANDLERS = Object.freeze([
  'onStart',
  'onAnnouncement',
  'onSession',
  'onRun',
  'onReaction',
  'onFill',
] as const);
export type HandlerName = (typeof HANDLERS)[number];
