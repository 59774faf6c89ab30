import { insightSchema, type PublishedInsight } from '@streakline/insights';
import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';

export type InsightAnswer = PublishedInsight;

export class InsightsResponse extends createZodDto(listResponse(insightSchema)) {}
