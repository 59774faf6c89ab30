import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CommandContext, isRefusal } from '@streakline/event-store';
import {
  ApiAnswer,
  Context,
  decodeCursor,
  encodeCursor,
  pageOf,
  pageQuery,
  problemOfRefusal,
} from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { matches } from '../entries/entry';
import { answeredOnce } from './answered-once';
import { ApiAct } from './api-act';
import { DeadLetterDesk } from './dead-letter-desk';
import {
  type DeadLetterDetail,
  type DeadLetterDone,
  type DeadLetterList,
  DeadLetterResponse,
  DeadLettersResponse,
  type DeadLetterSummary,
} from './dead-letters.answers';
import { summaryAnswer } from './detail-of';

const { limit, cursor } = pageQuery;
class DeadLettersQuery extends createZodDto(
  z.strictObject({
    topic: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe('Only those of a topic: its name, or announcements, prices, events, parked.'),
    code: z.string().min(1).max(100).optional().describe("Only those with this problem's code."),
    ...{ limit, cursor },
  }),
) {}

/** Ten million bytes, as a request takes them. */
const LARGEST_VALUE = 10 * 1024 * 1024;

class RetryDto extends createZodDto(
  z.strictObject({
    value: z
      .string()
      .min(1)
      .max(LARGEST_VALUE)
      .optional()
      .describe('The mended value of a record, sent instead of its own. Parked events take none.'),
  }),
) {}
class CloseDto extends createZodDto(z.strictObject({})) {}

const cursorSchema = z.tuple([z.string(), z.string()]);

/** What was put aside: refused records, and events that could not be folded. */
@ApiTags('operations')
@Controller('v1/dead-letters')
export class DeadLettersController {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly desk: DeadLetterDesk) {}

  @Get()
  @ApiAnswer({
    summary: 'Dead letters: what was put aside and not dealt with yet, newest first',
    description:
      'Events that a projection could not fold, and, of a process that knows a Kafka, records that were refused on its topics. `unseen` says what was not looked at.',
    type: DeadLettersResponse,
  })
  async list(@Query() query: DeadLettersQuery): Promise<DeadLetterList> {
    const { entries, unseen } = await this.desk.seen();
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, cursorSchema);
    const rows = entries
      .filter(matches(query))
      .map((entry) => summaryAnswer(entry, this.desk.whyNotRetried(entry)))
      .sort((a, b) => compare(placeOf(b), placeOf(a)))
      .filter((row) => after === undefined || compare(placeOf(row), after) < 0);
    const { data, nextCursor } = pageOf(rows.slice(0, query.limit + 1), query.limit, (row) =>
      encodeCursor(placeOf(row)),
    );
    return { data: [...data], nextCursor, unseen: [...unseen] };
  }

  @Get(':id')
  @ApiAnswer({
    summary: 'One dead letter: why it was put aside, and what it says',
    type: DeadLetterResponse,
    problems: [404],
  })
  get(@Param('id') id: string): Promise<DeadLetterDetail> {
    return this.desk.show(id);
  }

  @Post(':id/retry')
  @ApiAct({
    summary: 'Retry a dead letter: send a record to where it was refused, or fold parked events once more',
    description:
      'A record that is refused again is another letter, with one more attempt. 409: `notSendable`, `stillNotFolded` and `otherProgram` say why it stays.',
    body: RetryDto,
    example: {},
  })
  async retry(
    @Param('id') id: string,
    @Body() { value }: RetryDto,
    @Context() context: CommandContext,
  ): Promise<DeadLetterDone> {
    return this.once(context, () => this.desk.retry(id, value === undefined ? undefined : Buffer.from(value)));
  }

  @Post(':id/close')
  @ApiAct({
    summary: 'Close a dead letter that is dealt with: the record stays on its topic, and off the list',
    description: '409 `notClosable`: parked events are not given up. Mend their cause, then retry them.',
    body: CloseDto,
    example: {},
  })
  async close(
    @Param('id') id: string,
    @Body() _body: CloseDto,
    @Context() context: CommandContext,
  ): Promise<DeadLetterDone> {
    return this.once(context, () => this.desk.close(id));
  }

  private async once({ idempotency }: CommandContext, work: () => Promise<DeadLetterDone>): Promise<DeadLetterDone> {
    if (idempotency === undefined) return work();
    const answer = await this.inTurn(() => answeredOnce(this.desk.pool, idempotency, work));
    if (isRefusal(answer)) throw problemOfRefusal(answer);
    return answer;
  }

  /** One after another: each holds a connection while its work takes more, and many at once would hold them all. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

type Place = z.infer<typeof cursorSchema>;

function placeOf({ refusedAt, id }: DeadLetterSummary): Place {
  return [refusedAt, id];
}

/** By time, then by id: each entry has a place of its own. */
function compare([at, id]: Place, [otherAt, otherId]: Place): number {
  if (at !== otherAt) return at < otherAt ? -1 : 1;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}
