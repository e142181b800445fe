import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DatabaseService } from '../database/database.service.ts';
import { Route } from '../routes.ts';

@ApiTags('server')
@Controller()
export class HealthController {
  constructor(private readonly database: DatabaseService) {}

  @Route('GET /healthz')
  async health() {
    await this.database.check();
    return { ok: true };
  }
}
