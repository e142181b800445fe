import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { MapsModule } from '../maps/maps.module.ts';
import { PersonController } from './person.controller.ts';
import { PersonService } from './person.service.ts';

@Module({
  imports: [AccountsModule, MapsModule],
  controllers: [PersonController],
  providers: [PersonService],
  exports: [PersonService],
})
export class PersonModule {}
