import { chooseUser, parsePasswd } from './run-as';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('the user that root borrows', () => {
  const passwd = (text: string) => parsePasswd(text);
  const root = 'root:x:0:0:root:/root:/bin/bash\n';

  it('is postgres', () => {
    expect(
      chooseUser(
        undefined,
        passwd(`${root}nobody:x:65534:65534::/:/bin/false\npostgres:x:101:104:PostgreSQL:/var/lib:/bin/bash\n`),
      ),
    ).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  });

  it('is nobody where there is no postgres', () => {
    expect(
      chooseUser(undefined, passwd(`${root}daemon:x:1:1::/:/bin/false\nnobody:x:65534:65533::/:/bin/false\n`)),
    ).toEqual({ name: 'nobody', uid: 65_534, gid: 65_533 });
  });

  it('is any other where there is neither, and a number where there is no list of users', () => {
    expect(chooseUser(undefined, passwd(`${root}daemon:x:1:2::/:/bin/false\n`))).toEqual({
      name: 'daemon',
      uid: 1,
      gid: 2,
    });
    expect(chooseUser(undefined, [])).toMatchObject({ uid: 65_534 });
  });

  it('is the owner of the cluster where there is one', () => {
    expect(
      chooseUser(
        { uid: 65_534, gid: 65_534 },
        passwd(`${root}postgres:x:101:104::/:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n`),
      ),
    ).toEqual({ name: 'nobody', uid: 65_534, gid: 65_534 });
  });
});
