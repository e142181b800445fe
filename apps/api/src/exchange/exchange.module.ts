import { Module } from '@nestjs/common';
import { MapsModule } from '../maps/maps.module.ts';
import { ExchangeController } from './exchange.controller.ts';
import { ExchangeService } from './exchange.service.ts';

@Module({ imports: [MapsModule], controllers: [ExchangeController], providers: [ExchangeService] })
export class ExchangeModule {}
