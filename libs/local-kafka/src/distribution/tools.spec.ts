import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMaven, findJava } from './tools';

/** What the real ones print. */
const JAVA_17 = 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)';
const JAVA_8 = 'java version "1.8.0_392"\nJava(TM) SE Runtime Environment (build 1.8.0_392-b08)';
const JAVA_11 = 'openjdk version "11.0.21" 2023-10-17';

describe('the tools that a local Kafka needs', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'streakline-tools-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** An environment whose PATH holds one program, which prints a text on standard error. */
  function withProgram(name: string, text: string, exitCode = 0): NodeJS.ProcessEnv {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n/bin/cat >&2 <<'END'\n${text}\nEND\nexit ${exitCode}\n`);
    chmodSync(file, 0o755);
    return { PATH: folder };
  }

  it('are a Java of 17 or later', () => {
    expect(findJava(withProgram('java', JAVA_17)).java).toBe('java');
  });

  it.each([JAVA_8, JAVA_11])('are no older Java: %s', (version) => {
    expect(() => findJava(withProgram('java', version))).toThrow(/needs Java 17 or later, and "java" is .*JAVA_HOME/);
  });

  it('lack Java where there is none: the message names the package and the way round it', () => {
    expect(() => findJava({ PATH: folder })).toThrow(/openjdk-17-jre-headless.*KAFKA_BROKERS/);
  });

  it('lack Maven where it is not there, or does not run', () => {
    expect(() => checkMaven({ PATH: folder })).toThrow(/"mvn" cannot be run.*KAFKA_BROKERS/);
    const broken = withProgram('mvn', 'The JAVA_HOME environment variable is not defined correctly', 1);
    expect(() => checkMaven(broken)).toThrow(/"mvn" cannot be run/);
  });
});
