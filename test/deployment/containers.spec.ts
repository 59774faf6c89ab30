import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectionVariables } from '@streakline/event-log';
import {
  readKafkaServiceSettings,
  readServiceSettings,
  readStandaloneSettings,
  serviceVariables,
} from '@streakline/service';
import { readCompose } from './compose-file';
import { stagesOf } from './dockerfile';

const root = join(__dirname, '..', '..');
const PROCESSES = ['intake', 'query', 'relay', 'projector'] as const;
const APIS: readonly string[] = ['intake', 'query'];
const stages = stagesOf(root);
const compose = readCompose(root, { STREAKLINE_DB_PASSWORD: 'hunter2' });

/** What a container of the compose file finds in its environment. */
const environmentOf = (name: string): Record<string, string> => ({
  ...stages.get(compose.services[name]?.build?.target ?? name)?.environment,
  ...compose.services[name]?.environment,
});

const settingsOf = (name: (typeof PROCESSES)[number]) =>
  name === 'query'
    ? readServiceSettings(name, environmentOf(name))
    : readKafkaServiceSettings(name, environmentOf(name));

describe('the Dockerfile', () => {
  it.each([...PROCESSES, 'standalone'])(
    'makes an image of %s that runs compiled code as somebody else than root',
    (name) => {
      const stage = stages.get(name)!;
      expect(stage.user).toBe('node');
      expect(stage.checksHealth).toBe(true);
      expect(stage.command.slice(0, -1)).toEqual(['node', '--enable-source-maps']);
      expect(existsSync(join(root, stage.command.at(-1)!.replace(/\.js$/, '.ts')))).toBe(true);
      expect(stage.exposed).toEqual([Number(stage.environment['STREAKLINE_PORT'])]);
      expect(stage.environment['NODE_ENV']).toBe('production');
    },
  );

  it('copies only what is there, and what .dockerignore lets through', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    const let_ = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const source of new Set([...stages.values()].flatMap(({ copied }) => copied))) {
      expect([source, existsSync(join(root, source))]).toEqual([source, true]);
      expect([source, let_.includes(source.split('/')[0]!)]).toEqual([source, true]);
    }
  });

  it('gives the dashboard to those that answer questions, from where it is put, and to no other', () => {
    const given = [...PROCESSES, 'standalone'].filter(
      (name) => 'STREAKLINE_DASHBOARD' in stages.get(name)!.environment,
    );
    expect(given).toEqual(['query', 'standalone']);
    for (const name of given) expect(stages.get(name)!.environment['STREAKLINE_DASHBOARD']).toBe('/app/dashboard');
    const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
    expect(text.match(/^COPY --from=dashboard \/app\/built dashboard$/gm)).toHaveLength(given.length);
  });

  it('gives the standalone process settings that it can use, once the network is trusted', () => {
    const { environment } = stages.get('standalone')!;
    expect(readStandaloneSettings({ ...environment, STREAKLINE_TRUST_NETWORK: 'true' })).toMatchObject({
      storage: { dataDir: '/data/streakline' },
      host: '0.0.0.0',
    });
  });
});

describe('the compose file', () => {
  it('asks for a password, and has none of its own', () => {
    expect(() => readCompose(root, {})).toThrow('STREAKLINE_DB_PASSWORD');
  });

  it.each(PROCESSES)('tells %s only what it knows, and all that it needs', (name) => {
    const known = [...Object.keys(serviceVariables), ...connectionVariables, 'STREAKLINE_TOPIC_PREFIX', 'NODE_ENV'];
    expect(Object.keys(environmentOf(name)).filter((variable) => !known.includes(variable))).toEqual([]);
    const settings = settingsOf(name);
    expect(settings).toMatchObject({
      databaseUrl: 'postgres://streakline:hunter2@postgres:5432/streakline',
      host: '0.0.0.0',
      trustNetwork: APIS.includes(name),
      kafka: { brokers: ['kafka:9092'] },
    });
  });

  it.each(PROCESSES)('reaches %s where it listens, and from this machine alone', (name) => {
    const { ports = [], expose = [], healthcheck, build } = compose.services[name]!;
    const { port } = settingsOf(name);
    expect(build).toEqual({ context: '.', target: name });
    expect([...ports, ...expose]).toEqual([APIS.includes(name) ? `127.0.0.1:${port}:${port}` : String(port)]);
    // It asks at STREAKLINE_PORT, which is what the process listens on.
    expect(healthcheck?.test).toEqual(['CMD', 'node', 'bin/health.js', 'ready']);
  });

  it('opens no port to other machines', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    expect(ports.filter((each) => !each.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('starts each after what it waits for, which says when it is there', () => {
    for (const service of Object.values(compose.services)) {
      for (const [name, needed] of Object.entries(
        Array.isArray(service.depends_on) ? {} : (service.depends_on ?? {}),
      )) {
        const target = compose.services[name]!;
        if (needed.condition === 'service_healthy')
          expect([name, target.healthcheck?.test]).toEqual([name, expect.anything()]);
        else
          expect([name, target.command]).toEqual([name, ['sh', '-c', expect.stringContaining(' topics create || ')]]);
      }
    }
    expect(existsSync(join(root, 'apps/cli/src/main.ts'))).toBe(true);
  });

  it.each([
    [0, 0],
    [3, 0],
    [1, 1],
  ])('takes exit code %i of topics create for %i: a topic set otherwise stops nothing, no Kafka does', (code, ends) => {
    const [shell = '', flag = '', script = ''] = compose.services['topics']?.command ?? [];
    // What compose does with $$.
    const line = script.replaceAll('$$', '$').replace('node apps/cli/src/main.js topics create', `(exit ${code})`);
    expect(line).toContain(`(exit ${code})`);
    expect(spawnSync(shell, [flag, line]).status).toBe(ends);
  });

  it('starts query without Kafka, which it does not use', () => {
    expect(Object.keys(compose.services['query']?.depends_on ?? {})).toEqual(['postgres']);
  });

  it('takes other ports of this machine, and Kafka tells them to its clients', () => {
    const { services } = readCompose(root, { STREAKLINE_DB_PASSWORD: 'x', STREAKLINE_KAFKA_PORT: '39092' });
    expect(services['kafka']?.ports).toEqual(['127.0.0.1:39092:29092']);
    expect(services['kafka']?.environment?.['KAFKA_ADVERTISED_LISTENERS']).toContain('HOST://127.0.0.1:39092');
  });

  it('keeps data in volumes that it declares, and mounts only folders that are there', () => {
    const mounted = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
    const sources = mounted.map((each) => each.split(':')[0]!);
    expect(sources.filter((each) => !each.startsWith('.')).sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(sources.filter((each) => each.startsWith('.') && !existsSync(join(root, each)))).toEqual([]);
  });

  it('runs the Kafka that the tests run, under addresses that fit together', () => {
    const { image, environment = {} } = compose.services['kafka']!;
    const pom = readFileSync(join(root, 'libs/local-kafka/src/distribution/pom.ts'), 'utf8');
    expect(image).toBe(`apache/kafka:${/KAFKA_VERSION = '([^']+)'/.exec(pom)?.[1]}`);
    const names = (list = '') => list.split(',').map((each) => each.split(':')[0]!);
    const listeners = names(environment['KAFKA_LISTENERS']);
    expect(names(environment['KAFKA_LISTENER_SECURITY_PROTOCOL_MAP']).sort()).toEqual([...listeners].sort());
    expect(names(environment['KAFKA_ADVERTISED_LISTENERS'])).toEqual(listeners.filter((each) => each !== 'CONTROLLER'));
    expect(environment['KAFKA_ADVERTISED_LISTENERS']).toContain('INSIDE://kafka:9092');
    // A cluster id is 16 bytes in URL-safe base64.
    expect(Buffer.from(environment['CLUSTER_ID']!, 'base64url')).toHaveLength(16);
  });
});
