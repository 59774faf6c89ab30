import { readKafkaServiceSettings, runService } from '@streakline/service';
import { startIntake } from './start-intake';

/* Takes what is told, over HTTP and from the inbound topics. Any number may run. docs/guides/operations.md */
void runService('intake', () => readKafkaServiceSettings('intake'), startIntake);
