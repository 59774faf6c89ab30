import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, ProblemException } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Log } from '../logs/create-log';
import type { HealthCheck } from './health-check';
import { runChecks } from './run-checks';

export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');
export const HEALTH_LOG = Symbol('HEALTH_LOG');

const checkSchema = z.object({ ready: z.boolean(), detail: z.string().optional() }).catchall(z.unknown());

class Liveness extends createZodDto(z.object({ status: z.literal('live') })) {}
class Readiness extends createZodDto(
  z.object({ status: z.literal('ready'), checks: z.record(z.string(), checkSchema) }),
) {}

@ApiTags('operations')
@Controller('health')
export class HealthRoute {
  constructor(
    @Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[],
    @Inject(HEALTH_LOG) private readonly log: Log,
  ) {}

  @Get('live')
  @ApiOperation({
    summary: 'Is the process up?',
    description: 'Asks nothing of the database: restart the process when this fails.',
  })
  @ApiResponse({ status: 200, description: 'It is.', type: Liveness.Output })
  live(): Liveness {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Can it answer?',
    description:
      'Whether what this process rests on is there, such as its database; `checks` has each part, with figures such as its lag.',
  })
  @ApiResponse({ status: 200, description: 'It can.', type: Readiness.Output })
  @ApiProblems(503)
  async ready(): Promise<Readiness> {
    const checks = await runChecks(this.checks, this.log);
    const failing = Object.entries(checks).filter(([, { ready }]) => !ready);
    if (failing.length === 0) return { status: 'ready', checks };
    const detail = failing.map(([name, check]) => `${name}: ${check.detail ?? 'not ready'}`).join(' ');
    throw new ProblemException(503, { code: 'notReady', detail, checks, headers: { 'Retry-After': '1' } });
  }
}
