import { pullEdgar } from '../src';
import { cik } from './issuer';

/** Pulls in a process of its own, so that it can be killed: arguments are the address and the folder. */
const [baseUrl = '', folder = ''] = process.argv.slice(2);
pullEdgar({ cik, baseUrl, folder, contact: 'A Test test@example.com' }).then(
  () => process.stdout.write('pulled\n'),
  (error: unknown) => process.stderr.write(`${String(error)}\n`),
);
