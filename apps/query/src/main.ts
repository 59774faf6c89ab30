import { readServiceSettings, runService } from '@streakline/service';
import { startQuery } from './start-query';

/* Answers from the read models, and runs studies on them. Any number may run. docs/guides/operations.md */
void runService('query', () => readServiceSettings('query'), startQuery);
