import type { Command } from '@nestjs/cqrs';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import { checkBody } from '@streakline/web-api';
import type { z } from 'zod';

/** A command that the bus knows the handler of. */
export type AnyCommand = Command<CommandReceipt | Refusal> & { readonly context: CommandContext };

/** What the subject of an event names: the parameter in the path of the HTTP route, and how to say it. */
export interface Subject {
  readonly parameter: 'id' | 'ref';
  readonly what: string;
}

/** A type of CloudEvents that is taken: its data is the body of an HTTP route, its subject what that route's path names. */
export interface InboundType {
  readonly type: string;
  /** Null where the body says it all. */
  readonly subject: Subject | null;
  /** The schema of the data. */
  readonly body: z.ZodType;
  /** Checks the data as HTTP does a body, throwing a ProblemException; then makes the command in any context. */
  read(subject: string, data: unknown): (context: CommandContext) => AnyCommand;
}

/** Ties a type to the schema of its data and to the command that it becomes. */
export function inboundType<Body>(
  type: string,
  subject: Subject | null,
  body: z.ZodType<Body>,
  command: (subject: string, body: Body, context: CommandContext) => AnyCommand,
): InboundType {
  return {
    type,
    subject,
    body,
    read: (named, data) => {
      const checked = checkBody(body, data);
      return (context) => command(named, checked, context);
    },
  };
}
