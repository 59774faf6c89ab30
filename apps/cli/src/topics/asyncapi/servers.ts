type Json = Readonly<Record<string, unknown>>;

const broker = {
  default: 'localhost:9092',
  description: 'host:port of one of the brokers, as KAFKA_BROKERS names them; the others are learnt from it.',
};
const MECHANISMS = ['scramSha512', 'scramSha256', 'plain'] as const;

/** The three ways to reach brokers, by the variables that choose them. */
export function servers(): Json {
  return {
    plaintext: server('kafka', 'Without TLS: on one machine, or in a network that others cannot reach.'),
    tls: {
      ...server('kafka-secure', 'KAFKA_TLS=true, with a certificate of ours where the brokers ask for one.'),
      security: [{ $ref: '#/components/securitySchemes/certificate' }],
    },
    sasl: {
      ...server('kafka-secure', 'KAFKA_TLS=true and KAFKA_SASL_MECHANISM.'),
      security: MECHANISMS.map((name) => ({ $ref: `#/components/securitySchemes/${name}` })),
    },
  };
}

function server(protocol: string, description: string): Json {
  return { host: '{broker}', protocol, description, variables: { broker } };
}

export function securitySchemes(): Json {
  const user = 'KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD';
  return {
    scramSha512: { type: 'scramSha512', description: `KAFKA_SASL_MECHANISM=scram-sha-512; ${user}.` },
    scramSha256: { type: 'scramSha256', description: `KAFKA_SASL_MECHANISM=scram-sha-256; ${user}.` },
    plain: { type: 'plain', description: `KAFKA_SASL_MECHANISM=plain, over TLS alone; ${user}.` },
    certificate: { type: 'X509', description: 'KAFKA_TLS_CERTIFICATE_FILE and KAFKA_TLS_KEY_FILE.' },
  };
}
