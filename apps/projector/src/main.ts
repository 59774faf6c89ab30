import { readKafkaServiceSettings, runService } from '@streakline/service';
import { startProjector } from './start-projector';

/* Keeps the read models up from Kafka. Any number may run: they share the partitions. docs/guides/operations.md */
void runService('projector', () => readKafkaServiceSettings('projector'), startProjector);
