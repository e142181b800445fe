import { Module } from '@nestjs/common';
import { MapsModule } from '../maps/maps.module.ts';
import { AddressesService } from './addresses.service.ts';
import { DigestsService } from './digests.service.ts';
import { MailController } from './mail.controller.ts';
import { PostService } from './post.service.ts';

@Module({
  imports: [MapsModule],
  controllers: [MailController],
  providers: [PostService, AddressesService, DigestsService],
})
export class MailModule {}
