import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from '../folder/free-ports';
import type { Kafka } from './java';

/** Whom the brokers let in by their secured listeners. */
export interface LocalKafkaSecurity {
  /** Passwords by user name; letters and digits. Good for PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512. */
  readonly users: Readonly<Record<string, string>>;
}

/** The secured way to a local cluster, beside the open one. */
export interface SecureAccess {
  /** As KAFKA_BROKERS has it. */
  readonly bootstrap: string;
  /** PEM of the authority to trust, the brokers' own certificate: nobody else does. */
  readonly certificate: string;
}

/** {@link SecureAccess} with what each broker's server.properties must say for it, by their nodes' order. */
export interface PreparedAccess extends SecureAccess {
  readonly settings: readonly Readonly<Record<string, string>>[];
  /** For Kafka's own formatting: SCRAM keeps its users in the cluster's metadata. PLAIN's are in the settings. */
  readonly format: readonly string[];
}

/** Only on this machine, and gone with its folder. */
const STORE_PASSWORD = 'local-kafka';
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

const run = promisify(execFile);

/** Draws a key pair for the brokers by Java's own keytool, and a port for each of them. */
export async function prepareSecurity(
  { java }: Kafka,
  folder: string,
  brokers: number,
  { users }: LocalKafkaSecurity,
): Promise<PreparedAccess> {
  const store = join(folder, 'brokers.p12');
  const pem = join(folder, 'brokers.pem');
  const keytool = java.includes('/') ? join(dirname(java), 'keytool') : 'keytool';
  const common = ['-alias', 'brokers', '-keystore', store, '-storepass', STORE_PASSWORD];
  const names = ['-dname', 'CN=localhost', '-ext', 'SAN=ip:127.0.0.1,dns:localhost'];
  await run(keytool, ['-genkeypair', ...common, ...names, '-keyalg', 'EC', '-storetype', 'PKCS12', '-validity', '30']);
  await run(keytool, ['-exportcert', '-rfc', '-file', pem, ...common]);
  const ports = await freePorts(brokers);
  return {
    bootstrap: ports.map((port) => `127.0.0.1:${port}`).join(','),
    certificate: readFileSync(pem, 'utf8'),
    settings: ports.map((port) => ({ ...secureListener(port), ...keyStore(store), ...logIns(users) })),
    format: scramUsers(users),
  };
}

/** Joined by the caller with the listeners that are there anyway. */
function secureListener(port: number): Readonly<Record<string, string>> {
  return {
    listeners: `SECURE://127.0.0.1:${port}`,
    'advertised.listeners': `SECURE://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'SECURE:SASL_SSL',
  };
}

function keyStore(store: string): Readonly<Record<string, string>> {
  return {
    'listener.name.secure.ssl.keystore.type': 'PKCS12',
    'listener.name.secure.ssl.keystore.location': store,
    'listener.name.secure.ssl.keystore.password': STORE_PASSWORD,
    'listener.name.secure.ssl.key.password': STORE_PASSWORD,
  };
}

function scramUsers(users: LocalKafkaSecurity['users']): readonly string[] {
  return Object.entries(users).flatMap(([name, password]) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((each) => [
      '--add-scram',
      `${each}=[name=${name},password=${password}]`,
    ]),
  );
}

function logIns(users: LocalKafkaSecurity['users']): Readonly<Record<string, string>> {
  const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';
  const plain = Object.entries(users).map(([name, password]) => ` user_${name}="${password}"`);
  return {
    'listener.name.secure.sasl.enabled.mechanisms': MECHANISMS.join(','),
    'listener.name.secure.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required${plain.join('')};`,
    'listener.name.secure.scram-sha-256.sasl.jaas.config': scram,
    'listener.name.secure.scram-sha-512.sasl.jaas.config': scram,
  };
}
