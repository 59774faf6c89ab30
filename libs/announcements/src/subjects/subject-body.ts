import { z } from 'zod';

const role = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]{0,39}$/,
    'Write a role as one word in camelCase, such as issuer, counterparty, target, rival or supplier',
  )
  .describe('issuer, counterparty, target, rival, supplier...');

/** Whom an announcement concerns: an instrument, which reacts, or an organisation that is not listed. */
export const subjectBody = z.union([
  z.strictObject({
    instrument: z.string().trim().min(1).max(40).describe('Instrument id or MIC:SYMBOL, such as XNAS:AMZN'),
    role,
  }),
  z.strictObject({ name: z.string().trim().min(1).max(200), role }),
]);
export type SubjectBody = z.infer<typeof subjectBody>;

export const subjectsBody = z.array(subjectBody).min(1).max(200);
