/** Studies, backtests and the state of the system itself are about now: their routes take no moment. */
const ROUTES = /^\/v1\/(event-studies|streak-studies|backtests|strategies|projections|dead-letters|events)(?=[/?]|$)/;
/** What took place at a position took place there, whatever moment is in force: to ask for it as of another would find the next. */
const EVENT = /^\/v1\/events\?after=/;

/** Whether what the app asks of a path of the API rests on no moment. */
export function isTimeless(path: string): boolean {
  return ROUTES.test(path);
}

/** Whether a link to the API keeps the moment in force: not where the route would refuse it, or mean another event. */
export function keepsMoment(href: string): boolean {
  return !EVENT.test(href) && (!isTimeless(href) || href.startsWith('/v1/events?'));
}
