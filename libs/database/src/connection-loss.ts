const LOST_SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH']);
// Class 08 (connection exception), of class 57 what the server says when it goes down or is coming up, and what it says
// when it ends a session that kept a transaction open without a word (25P03).
const SERVER_GOING = /^(08...|57P01|57P02|57P03|57P05|25P03)$/;
// pg gives these no code.
const WITHOUT_CODE =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired|timeout exceeded when trying to connect)/;

/**
 * Whether an error says that the connection is gone, not that the statement was bad: the same statement may succeed
 * on another connection. If it was writing, its outcome is unknown.
 */
export function isConnectionLoss(error: unknown): boolean {
  // Not by instanceof: errors of Node's own come from another realm where a test runner isolates modules.
  if (typeof error !== 'object' || error === null || !('message' in error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code === undefined
    ? WITHOUT_CODE.test(String(error.message))
    : LOST_SOCKET.has(code) || SERVER_GOING.test(code);
}
