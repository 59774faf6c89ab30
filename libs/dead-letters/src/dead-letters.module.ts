import { Module } from '@nestjs/common';
import { DeadLettersController } from './http/dead-letters.route';

/** The routes of dead letters. Needs DeadLetterDesk from a global module. */
@Module({ controllers: [DeadLettersController] })
export class DeadLettersModule {}
