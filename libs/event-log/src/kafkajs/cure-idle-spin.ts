import { kafkajsInternal } from './kafkajs-internals';

/** Of kafkajs' src/network/requestQueue/index.js, what the cure touches. */
interface RequestQueue {
  pending: readonly unknown[];
  inflight: ReadonlyMap<number, { sentAt: number | null; requestTimeout: number; timeoutRequest(): void }>;
  enforceRequestTimeout: boolean;
  requestTimeout: number;
  requestTimeoutIntervalId?: NodeJS.Timeout;
  isConnected(): boolean;
  destroy(): void;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
  scheduleRequestTimeoutCheck: (this: RequestQueue) => void;
}

const cured = new WeakSet();

/**
 * kafkajs arms a timer to look at its queue of waiting requests after each look, whether any waits or not, and with a
 * negative delay, which Node takes for 1 ms: an idle consumer and producer made 3,000 timers a second between them and
 * used 5.9% of a core, 0.9% without. Where nothing waits there is nothing to look at: whatever queues a request looks
 * at the queue itself. The check for overdue requests runs ten times a second on each connection, and needs to run
 * once: no time-out of ours is that exact.
 *
 * Proven by idle-spin.kafka.spec.ts.
 */
export function cureIdleSpin(): void {
  const { prototype: queue } = kafkajsInternal<{ prototype: RequestQueue }>('network', 'requestQueue');
  if (cured.has(queue)) return;
  cured.add(queue);
  const { scheduleCheckPendingRequests: lookLater } = queue;
  queue.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) lookLater.call(this);
  };
  queue.scheduleRequestTimeoutCheck = scheduleOverdueCheck;
}

const OVERDUE_CHECK_MS = 1_000;

function scheduleOverdueCheck(this: RequestQueue): void {
  if (!this.enforceRequestTimeout) return;
  this.destroy();
  this.requestTimeoutIntervalId = setInterval(
    () => {
      const now = Date.now();
      for (const request of [...this.inflight.values()]) {
        if (request.sentAt !== null && now - request.sentAt > request.requestTimeout) request.timeoutRequest();
      }
      if (!this.isConnected()) this.destroy();
    },
    Math.min(this.requestTimeout, OVERDUE_CHECK_MS),
  );
}
