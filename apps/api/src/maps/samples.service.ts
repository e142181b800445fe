import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { sampleContent, SAMPLES, speech, type Id } from '@counterpoint/shared';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { MapRow } from './maps.entities.ts';
import { RoomsService } from './rooms.service.ts';

/** The sample map, in both languages, for everyone to read and to copy. */
@Injectable()
export class SamplesService implements OnApplicationBootstrap {
  constructor(
    private readonly rooms: RoomsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const language of ['zh', 'en'] as const) await this.ensure(SAMPLES[language], language);
  }

  private async ensure(id: Id, language: 'zh' | 'en'): Promise<void> {
    const row = await this.manager.findOneBy(MapRow, { id });
    if (row && row.version > 0) return;
    const at = Date.now();
    const content = sampleContent(
      speech,
      { language, newId: uuidv7, at },
      { access: 'anyone', editing: 'all', embeds: '' },
    );
    if (row) {
      // A server that ended between the two steps left the heading only.
      await this.rooms.edit(id, null, [{ id, edit: { kind: 'found', content } }]);
      return;
    }
    try {
      await this.rooms.found(id, content, { at, sample: true });
    } catch (error) {
      const isTaken =
        error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
      if (!isTaken) throw error; // else another process that started with us was faster
    }
  }
}
