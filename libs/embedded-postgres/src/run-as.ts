import { readFileSync } from 'node:fs';

/** The user that the server's processes run as. Absent ids: the user of this process. */
export interface RunAs {
  readonly name: string;
  readonly uid?: number;
  readonly gid?: number;
}

interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The spawn options that make a child run as that user. */
export function asUser(user: RunAs): { uid?: number; gid?: number } {
  return user.uid === undefined ? {} : { uid: user.uid, gid: user.gid ?? user.uid };
}

/**
 * PostgreSQL refuses to run as root, so that root borrows an unprivileged user: the owner of the cluster where there
 * is one, else postgres, else nobody, else anyone.
 */
export function chooseUser(clusterOwner?: { uid: number; gid: number }, passwd = readPasswd()): RunAs {
  if (process.getuid?.() !== 0) return { name: 'this user' };
  if (clusterOwner !== undefined && clusterOwner.uid !== 0) {
    const name = passwd.find((entry) => entry.uid === clusterOwner.uid)?.name ?? `user ${clusterOwner.uid}`;
    return { name, uid: clusterOwner.uid, gid: clusterOwner.gid };
  }
  const named = (name: string) => passwd.find((entry) => entry.name === name && entry.uid !== 0);
  return (
    named('postgres') ??
    named('nobody') ??
    passwd.find((entry) => entry.uid !== 0) ?? { name: 'nobody', uid: 65_534, gid: 65_534 }
  );
}

function readPasswd(): readonly PasswdEntry[] {
  try {
    return parsePasswd(readFileSync('/etc/passwd', 'utf8'));
  } catch {
    return []; // a container without the file: the numeric fallback serves
  }
}

export function parsePasswd(text: string): readonly PasswdEntry[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && /^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? '')
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
}
