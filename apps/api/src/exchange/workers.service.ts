import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Workers } from '@counterpoint/convert';
import { CONFIG, type Config } from '../config.ts';

/** The threads of this server. */
@Injectable()
export class WorkersService extends Workers implements OnModuleDestroy {
  constructor(@Inject(CONFIG) config: Config) {
    super(config.workers);
  }

  async onModuleDestroy(): Promise<void> {
    await this.close();
  }
}
