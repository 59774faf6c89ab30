import { z } from 'zod';

/** What an issuer calls a class of its shares: A, B, ordinary. Compared letter by letter, so write it one way. */
export const shareClassSchema = z.string().trim().min(1).max(40);
