import { readKafkaServiceSettings, runService } from '@streakline/service';
import { startRelay } from './start-relay';

/* Carries what the store recorded to Kafka. Any number may run: one relays, the others stand by. docs/guides/operations.md */
void runService('relay', () => readKafkaServiceSettings('relay'), startRelay);
