import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchKafka } from './fetch-kafka';

describe('fetching Kafka', () => {
  let folder: string;
  let jars: string;
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'streakline-fetch-'));
    jars = join(folder, 'kafka', '4.4.0', 'libs');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A Maven that does as it is told here; $dir is where the jars are wanted. */
  function maven(fetching: string): NodeJS.ProcessEnv {
    const script = `#!/bin/sh
[ "$1" = --version ] && exit 0
for each in "$@"; do case "$each" in -DoutputDirectory=*) dir=\${each#*=};; esac; done
${fetching}
`;
    writeFileSync(join(folder, 'mvn'), script);
    chmodSync(join(folder, 'mvn'), 0o755);
    return { PATH: `${folder}:/usr/bin:/bin` };
  }

  it('leaves the whole of it in its place, once', async () => {
    expect(await fetchKafka(say, jars, maven('mkdir -p "$dir" && echo jar > "$dir/kafka.jar"'))).toBe(jars);
    expect(readdirSync(jars)).toEqual(['kafka.jar']);
    await fetchKafka(say, jars, { PATH: '' });
    expect(said.filter((line) => line.includes('fetching'))).toHaveLength(1);
  });

  it('leaves nothing when Maven Central is out of reach, and says which line of Maven tells why', async () => {
    const offline = maven(`mkdir -p "$dir" && echo half > "$dir/kafka.jar"
echo '[ERROR] Failed to execute goal: Could not transfer artifact org.apache.kafka:kafka_2.13:pom:4.4.0 from/to central: Connect timed out'
exit 1`);
    await expect(fetchKafka(say, jars, offline)).rejects.toMatchObject({
      code: 'downloadFailed',
      message: expect.stringMatching(/could not fetch Apache Kafka 4.*Connect timed out.*in reach/),
    });
    expect(existsSync(join(folder, 'kafka', '4.4.0'))).toBe(false);
    expect(readdirSync(join(folder, 'kafka'))).toEqual([]);
  });

  it('refuses what fails its checksum: Maven is told to', async () => {
    const strict = maven('case " $* " in *" --strict-checksums "*) mkdir -p "$dir";; *) exit 1;; esac');
    expect(await fetchKafka(say, jars, strict)).toBe(jars);
  });
});
