// [M-09] Once a day a letter with what is new for a person in their maps, and none where nothing is.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { noticesFor, TOO_LONG, visibleMap, type Id } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { MembersService } from '../maps/members.service.ts';
import { RoomsService } from '../maps/rooms.service.ts';
import { AddressesService, type Due } from './addresses.service.ts';
import { digestLetter, type MapNews } from './letters.ts';
import { PostService } from './post.service.ts';

const DAY = 86_400_000;
/** How often it is looked whose digest is due, in ms. */
const LOOKED = 10 * 60_000;
/** Most maps that one letter looks at, those that changed last. */
const MOST_MAPS = 50;

@Injectable()
export class DigestsService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(DigestsService.name);
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<unknown> | undefined;
  private closing = false;

  constructor(
    private readonly addresses: AddressesService,
    private readonly post: PostService,
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  onModuleInit(): void {
    if (!this.post.isThere) return;
    this.timer = setInterval(() => {
      this.sending ??= this.sendDue(Date.now())
        .catch((error: unknown) => this.logger.error({ err: error }, 'digests were not sent'))
        .finally(() => (this.sending = undefined));
    }, LOOKED);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await this.sending;
  }

  /** Sends all that is due at the moment `now`, one after the other; answers how many letters went out. */
  async sendDue(now: number): Promise<number> {
    let sent = 0;
    const failed: Id[] = [];
    while (!this.closing) {
      const due = await this.addresses.takeDue(now, DAY, failed);
      if (!due) break;
      const maps = await this.newsFor(due, now);
      if (maps.length === 0) continue;
      const posted = await this.post.send(
        due.address,
        digestLetter({ ...due, maps, leave: this.linksOf(due) }),
      );
      if (posted === 'sent') sent += 1;
      else this.logger.warn(`the digest of account ${due.account} was not taken: ${posted}`);
      if (posted !== 'later') continue;
      failed.push(due.account);
      await this.addresses.giveBack(due, now);
    }
    return sent;
  }

  /** In each map as they see it now, but for what they looked at in it themselves. */
  private async newsFor({ account, since }: Due, now: number): Promise<MapNews[]> {
    const news: MapNews[] = [];
    for (const { map, title } of await this.mapsOf(account, since)) {
      const viewer = await this.members.viewer(map, { account, faces: null });
      const current = await this.rooms.current(map);
      if (!current || !viewer?.role || viewer.participant === null) continue;
      const seen = visibleMap(current.map, viewer);
      const told = Math.max(since, seen.visits.get(viewer.participant)?.told ?? 0);
      const notices = noticesFor(seen, viewer, now).filter(({ at }) => at > told && at <= now);
      const nameOf: MapNews['nameOf'] = ({ by }) => seen.participants.get(by ?? '')?.name;
      if (notices.length > 0)
        news.push({ title, link: this.addresses.linkTo(`maps/${map}`), notices, nameOf });
    }
    return news;
  }

  /** Some notices come by waiting alone. */
  private async mapsOf(account: Id, since: number): Promise<{ map: Id; title: string }[]> {
    return this.manager.query(
      `select maps.id as map, maps.title from memberships join maps on maps.id = memberships.map_id
       where account_id = $1 and changed_at > $2 order by changed_at desc limit $3`,
      [account, since - TOO_LONG, MOST_MAPS],
    );
  }

  private linksOf({ leave }: Due) {
    const { addresses } = this;
    return {
      page: addresses.linkTo(`mail/leave/${leave}`),
      post: addresses.linkTo(`api/mail/leave/${leave}`),
    };
  }
}
