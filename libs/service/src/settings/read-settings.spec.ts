import { readKafkaServiceSettings, readServiceSettings, readStandaloneSettings } from './read-settings';

const database = { STREAKLINE_DATABASE_URL: 'postgres://user:hunter2@db:5432/streakline' };
const kafka = { KAFKA_BROKERS: 'one:9092, two:9092' };

describe('the settings of a process', () => {
  it('need little: the rest is for this machine alone', () => {
    expect(readServiceSettings('query', database)).toEqual({
      databaseUrl: 'postgres://user:hunter2@db:5432/streakline',
      host: '127.0.0.1',
      port: 8081,
      trustNetwork: false,
      rateLimit: 6_000,
      runStudies: true,
      logLevel: 'info',
    });
    expect(readKafkaServiceSettings('relay', { ...database, ...kafka })).toMatchObject({
      port: 8082,
      kafka: { brokers: ['one:9092', 'two:9092'], clientId: expect.stringMatching(/^streakline-relay-\d+$/) as string },
      topicPrefix: '',
    });
  });

  it('have Kafka where it is named, also of a process that works without one', () => {
    expect(readServiceSettings('query', { ...database, ...kafka, STREAKLINE_TOPIC_PREFIX: 'staging.' })).toMatchObject({
      kafka: { brokers: ['one:9092', 'two:9092'], clientId: expect.stringMatching(/^streakline-query-/) as string },
      topicPrefix: 'staging.',
    });
  });

  it('are read as they are set, and an empty variable is none', () => {
    const environment = {
      ...{ ...database, ...kafka, KAFKA_TLS: '', STREAKLINE_DATABASE_CONNECTIONS: '7', STREAKLINE_LOG_LEVEL: 'warn' },
      ...{ STREAKLINE_HOST: '0.0.0.0', STREAKLINE_PORT: '0', STREAKLINE_TRUST_NETWORK: 'true' },
      ...{ STREAKLINE_RUN_STUDIES: 'false', STREAKLINE_RATE_LIMIT: '0' },
      STREAKLINE_TOPIC_PREFIX: 'staging.',
    };
    expect(readKafkaServiceSettings('intake', environment)).toMatchObject({
      ...{ databaseConnections: 7, host: '0.0.0.0', port: 0, trustNetwork: true, runStudies: false, logLevel: 'warn' },
      rateLimit: 0,
      topicPrefix: 'staging.',
    });
  });

  it.each([
    [{}, 'STREAKLINE_DATABASE_URL is not set: postgres://user:password@host:5432/database'],
    [{ STREAKLINE_DATABASE_URL: 'db' }, 'STREAKLINE_DATABASE_URL is not postgres://user:password@host:5432/database'],
    [
      { ...database, STREAKLINE_PORT: '65536' },
      'STREAKLINE_PORT is not a port: give a number from 0 to 65535 (0 takes any free one)',
    ],
    [{ ...database, STREAKLINE_TRUST_NETWORK: 'yes' }, 'STREAKLINE_TRUST_NETWORK is neither true nor false'],
    [
      { ...database, STREAKLINE_RATE_LIMIT: '-1' },
      'STREAKLINE_RATE_LIMIT is not a whole number of requests a minute; 0 sets no limit',
    ],
    [
      { ...database, STREAKLINE_LOG_LEVEL: 'loud' },
      'STREAKLINE_LOG_LEVEL is none of silent, fatal, error, warn, info, debug',
    ],
    [
      { ...database, STREAKLINE_DATABASE_CONNECTIONS: '2' },
      'STREAKLINE_DATABASE_CONNECTIONS is too few: a process holds some of them for itself, give 3 at least',
    ],
  ])('refuse %j by the name of the variable, and say what mends it', (environment, message) => {
    expect(() => readServiceSettings('query', environment)).toThrow(`${message}.`);
  });

  it('tell all that is wrong at once, and never a password', () => {
    const environment = { STREAKLINE_DATABASE_URL: 'mysql://user:hunter2@db/x', STREAKLINE_TOPIC_PREFIX: 'a b' };
    const read = () => readKafkaServiceSettings('projector', environment);
    expect(read).toThrow(/STREAKLINE_DATABASE_URL.*KAFKA_BROKERS.*STREAKLINE_TOPIC_PREFIX/);
    expect(read).not.toThrow(/hunter2/);
  });

  it('give the standalone process a folder or a database, and it needs one of them', () => {
    expect(readStandaloneSettings({ STREAKLINE_DATA_DIR: '/data' }).storage).toEqual({ dataDir: '/data' });
    expect(readStandaloneSettings(database).storage).toEqual({ databaseUrl: database.STREAKLINE_DATABASE_URL });
    expect(() => readStandaloneSettings({})).toThrow(/STREAKLINE_DATA_DIR/);
  });
});
