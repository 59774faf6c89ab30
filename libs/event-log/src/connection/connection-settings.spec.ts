import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConnectionSettings } from './connection-settings';

const read = (environment: NodeJS.ProcessEnv) => readConnectionSettings('test', environment);

describe('the connection to Kafka', () => {
  it('needs brokers alone', () => {
    expect(read({ KAFKA_BROKERS: 'a:9092, [::1]:9093', KAFKA_SASL_MECHANISM: '' })).toEqual({
      brokers: ['a:9092', '[::1]:9093'],
      clientId: 'test',
    });
  });

  it('takes TLS from files and SASL from variables', () => {
    const ca = join(mkdtempSync(join(tmpdir(), 'ca-')), 'ca.pem');
    writeFileSync(ca, 'PEM');
    const sasl = { KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_SASL_USERNAME: 'u', KAFKA_SASL_PASSWORD: 'p' };
    expect(read({ KAFKA_BROKERS: 'a:1', KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: ca, ...sasl })).toMatchObject({
      tls: { ca: 'PEM' },
      sasl: { mechanism: 'scram-sha-512', username: 'u', password: 'p' },
    });
  });

  const wrong: readonly [string, NodeJS.ProcessEnv, RegExp][] = [
    ['no brokers', {}, /KAFKA_BROKERS is not set: name brokers as host:port/],
    ['a broker without a port', { KAFKA_BROKERS: 'a' }, /KAFKA_BROKERS is not a list of host:port/],
    ['a TLS switch that is none', { KAFKA_BROKERS: 'a:1', KAFKA_TLS: 'yes' }, /KAFKA_TLS is neither true nor false/],
    [
      'a file that is not there',
      { KAFKA_BROKERS: 'a:1', KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: '/none' },
      /KAFKA_TLS_CA_FILE: .*ENOENT/,
    ],
    [
      'a mechanism without a user',
      { KAFKA_BROKERS: 'a:1', KAFKA_SASL_MECHANISM: 'plain' },
      /needs KAFKA_SASL_USERNAME/,
    ],
    ['an unknown mechanism', { KAFKA_BROKERS: 'a:1', KAFKA_SASL_MECHANISM: 'x' }, /is none of plain/],
  ];
  it.each(wrong)('says what is wrong with %s', (_, environment, message) => {
    expect(() => read(environment)).toThrow(message);
  });
});
