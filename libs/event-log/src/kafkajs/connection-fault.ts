import type { EventLogErrorCode } from '../event-log-error';

/** A connection that failed for a reason of its settings: kafkajs calls all of them a lost connection, and tries again. */
export interface ConnectionFault {
  readonly code?: EventLogErrorCode;
  /** How to mend it. */
  readonly hint: string;
}

const NO_TLS: ConnectionFault = {
  hint: 'it seems that no TLS is spoken at that port: take the brokers’ port for TLS, or KAFKA_TLS=false',
};

/** By Node's own code for the failure of a TLS connection. */
const BY_TLS_CODE: readonly (readonly [RegExp, ConnectionFault])[] = [
  [
    /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/,
    {
      code: 'notTrusted',
      hint: 'KAFKA_TLS_CA_FILE names the authority that signed the brokers’ certificate, which must be for the host in KAFKA_BROKERS',
    },
  ],
  [
    /^ERR_SSL_.*(CERTIFICATE|HANDSHAKE_FAILURE|UNKNOWN_CA)/,
    {
      code: 'notAuthenticated',
      hint: 'the brokers want a certificate of ours that they trust: KAFKA_TLS_CERTIFICATE_FILE and KAFKA_TLS_KEY_FILE',
    },
  ],
  [/^(EPROTO$|ERR_SSL_)/, NO_TLS],
];

/** What the settings may have to do with an error; undefined where nothing points to them. */
export function connectionFault(error: unknown, depth = 0): ConnectionFault | undefined {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined;
  const name = 'name' in error ? error.name : '';
  const code = 'code' in error ? String(error.code) : '';
  const byCode = BY_TLS_CODE.find(([pattern]) => pattern.test(code))?.[1];
  if (byCode !== undefined) return byCode;
  if ('message' in error && String(error.message).includes('before secure TLS connection')) return NO_TLS;
  if (name === 'KafkaJSSASLAuthenticationError')
    return { hint: 'see KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD' };
  if (name === 'KafkaJSConnectionClosedError')
    return { hint: 'brokers that hang up at once may want TLS (KAFKA_TLS=true) or SASL (KAFKA_SASL_MECHANISM)' };
  return 'cause' in error ? connectionFault(error.cause, depth + 1) : undefined;
}
