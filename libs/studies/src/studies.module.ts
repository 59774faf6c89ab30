import { Module } from '@nestjs/common';
import { EventStudiesController } from './routes/event-studies.route';
import { StreakStudiesController } from './routes/streak-studies.route';
import { StudySender } from './routes/send-study';
import { StudyDesk } from './routes/study-desk';
import { StudyDoor } from './routes/study-door';

/** The routes of studies, and the door that other kinds of jobs go through too. Needs StudyJobs and ReadSide from a global module. They answer whether this process runs studies or others do. */
@Module({
  controllers: [EventStudiesController, StreakStudiesController],
  providers: [StudyDesk, StudySender, StudyDoor],
  exports: [StudyDoor],
})
export class StudiesModule {}
