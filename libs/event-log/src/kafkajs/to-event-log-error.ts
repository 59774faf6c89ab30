import { connectionFault } from './connection-fault';
import { EventLogError, type EventLogErrorCode } from '../event-log-error';

/** Kafka's own error names (protocol guide, "Error codes") as kafkajs gives them in `type`. */
const BY_TYPE: Readonly<Record<string, EventLogErrorCode>> = {
  UNKNOWN_TOPIC_OR_PARTITION: 'unknownTopic',
  LEADER_NOT_AVAILABLE: 'unavailable',
  NOT_LEADER_FOR_PARTITION: 'unavailable',
  REPLICA_NOT_AVAILABLE: 'unavailable',
  BROKER_NOT_AVAILABLE: 'unavailable',
  GROUP_COORDINATOR_NOT_AVAILABLE: 'unavailable',
  GROUP_LOAD_IN_PROGRESS: 'unavailable',
  NOT_ENOUGH_REPLICAS: 'unavailable',
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 'unavailable',
  KAFKA_STORAGE_ERROR: 'unavailable',
  NOT_CONTROLLER: 'unavailable',
  REQUEST_TIMED_OUT: 'timedOut',
  NETWORK_EXCEPTION: 'unreachable',
  OFFSET_OUT_OF_RANGE: 'offsetOutOfRange',
  REBALANCE_IN_PROGRESS: 'rebalancing',
  ILLEGAL_GENERATION: 'rebalancing',
  UNKNOWN_MEMBER_ID: 'rebalancing',
  NOT_COORDINATOR_FOR_GROUP: 'rebalancing',
  MEMBER_ID_REQUIRED: 'rebalancing',
  MESSAGE_TOO_LARGE: 'recordTooLarge',
  RECORD_LIST_TOO_LARGE: 'recordTooLarge',
  TOPIC_AUTHORIZATION_FAILED: 'notAuthorised',
  GROUP_AUTHORIZATION_FAILED: 'notAuthorised',
  CLUSTER_AUTHORIZATION_FAILED: 'notAuthorised',
  SASL_AUTHENTICATION_FAILED: 'notAuthenticated',
  UNSUPPORTED_SASL_MECHANISM: 'notAuthenticated',
  UNSUPPORTED_VERSION: 'unsupported',
  CORRUPT_MESSAGE: 'corrupt',
  INVALID_CONFIG: 'invalidRequest',
  INVALID_TOPIC_EXCEPTION: 'invalidRequest',
  INVALID_PARTITIONS: 'invalidRequest',
  INVALID_REPLICATION_FACTOR: 'invalidRequest',
  INVALID_REQUEST: 'invalidRequest',
};

/** kafkajs' own failures, by class. */
const BY_NAME: Readonly<Record<string, EventLogErrorCode>> = {
  KafkaJSConnectionError: 'unreachable',
  KafkaJSConnectionClosedError: 'unreachable',
  KafkaJSBrokerNotFound: 'unreachable',
  KafkaJSNoBrokerAvailableError: 'unreachable',
  KafkaJSRequestTimeoutError: 'timedOut',
  KafkaJSTimeout: 'timedOut',
  KafkaJSLockTimeout: 'timedOut',
  KafkaJSGroupCoordinatorNotFound: 'unavailable',
  KafkaJSMetadataNotLoaded: 'unavailable',
  KafkaJSTopicMetadataNotLoaded: 'unknownTopic',
  KafkaJSStaleTopicMetadataAssignment: 'rebalancing',
  KafkaJSOffsetOutOfRange: 'offsetOutOfRange',
  KafkaJSSASLAuthenticationError: 'notAuthenticated',
  KafkaJSServerDoesNotSupportApiKey: 'unsupported',
  KafkaJSNotImplemented: 'unsupported',
  KafkaJSPartialMessageError: 'corrupt',
  KafkaJSUnsupportedMagicByteInMessageSet: 'corrupt',
};

/** Errors of ours pass as they are. kafkajs wraps errors in errors: the first that says something decides. */
export function toEventLogError(error: unknown, doing: string): EventLogError {
  if (error instanceof EventLogError) return error;
  const fault = connectionFault(error);
  const code = fault?.code ?? codeOf(error);
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  const hint = fault === undefined ? '' : ` (${fault.hint})`;
  return new EventLogError(code, `Kafka, ${doing}: ${message}${hint}`, error);
}

function codeOf(error: unknown, depth = 0): EventLogErrorCode {
  if (typeof error !== 'object' || error === null || depth > 5) return 'unexpected';
  if (error instanceof EventLogError) return error.code;
  const type = 'type' in error ? String(error.type) : '';
  const name = 'name' in error ? String(error.name) : '';
  const known = BY_TYPE[type] ?? BY_NAME[name];
  if (known !== undefined) return known;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0], depth + 1);
  return 'cause' in error ? codeOf(error.cause, depth + 1) : 'unexpected';
}
