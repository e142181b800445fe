// [J3] What those who decide change in a template comes into the maps of its groups. The log of the template says what: this
// only reads on, from where each group is, so that any number of servers may do it at once and none of them need remember.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { broughtEdit, isBrought, may, type ArgumentMap, type Id } from '@counterpoint/shared';
import type { Subscription } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { askedAfter, behind, groupsOf, noteBrought, type Asked, type Group } from './groups.queries.ts';
import { comeIn, leave } from './groupSeats.ts';
import { RoomsService } from './rooms.service.ts';

/** How often it is looked which groups are behind, in ms: changes of other servers, and what was left when one ended. */
const LOOK = 2_000;
/** Changes that are read at once. */
const PIECE = 200;

@Injectable()
export class GroupsFlowService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(GroupsFlowService.name);
  private readonly working = new Map<Id, Promise<void>>();
  /** Templates that changed while their groups were brought on. */
  private readonly again = new Set<Id>();
  /** Templates as last seen: of most maps there are no groups. */
  private templates = new Set<Id>();
  private timer: NodeJS.Timeout | undefined;
  private subscription: Subscription | undefined;
  private looking: Promise<void> | undefined;
  private closing = false;

  constructor(
    readonly rooms: RoomsService,
    @InjectEntityManager() readonly manager: EntityManager,
  ) {}

  onModuleInit(): void {
    this.subscription = this.rooms.frames.subscribe(({ map }) => {
      if (this.templates.has(map)) this.bring(map);
    });
    this.timer = setInterval(() => this.lookOnce(), LOOK);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    this.subscription?.unsubscribe();
    await this.looking;
    await Promise.allSettled(this.working.values());
  }

  private lookOnce(): void {
    this.looking ??= behind(this.manager)
      .then((templates) => {
        for (const template of templates) this.bring(template);
      })
      .catch((error: unknown) => this.logger.warn(`groups could not be looked for: ${String(error)}`))
      .finally(() => (this.looking = undefined));
  }

  /** One at a time for each template; what came meanwhile is brought after. */
  private bring(template: Id): void {
    if (this.closing) return;
    if (this.working.has(template)) {
      this.again.add(template);
      return;
    }
    const work = this.bringAll(template)
      .catch((error: unknown) => this.logger.warn(`template ${template}: ${String(error)}`))
      .finally(() => {
        this.working.delete(template);
        if (this.again.delete(template)) this.bring(template);
      });
    this.working.set(template, work);
  }

  private async bringAll(template: Id): Promise<void> {
    const groups = await groupsOf(this.manager, template);
    if (groups.length > 0) this.templates.add(template);
    else this.templates.delete(template);
    const current = await this.rooms.current(template);
    if (!current) return;
    for (const group of groups) await this.bringTo(group, current.map);
  }

  private async bringTo(group: Group, now: ArgumentMap): Promise<void> {
    const { map, template } = group;
    for (let { version } = group; !this.closing;) {
      const changes = await askedAfter(this.manager, template, { since: version, limit: PIECE });
      const to = changes.at(-1)?.version;
      if (to === undefined) return;
      let missed = 0;
      for (const change of changes) {
        await this.seat(group, change, now);
        if (isBrought(now, change) && !(await this.ask(map, change))) missed += 1;
      }
      await noteBrought(this.manager, { map, version }, { to, missed });
      version = to;
    }
  }

  /** Who decides in the template does so in the groups, and who does no more reads them no more. */
  private async seat(group: Group, { kind, patches }: Asked, now: ArgumentMap): Promise<void> {
    if (kind !== 'join' && kind !== 'set-role') return;
    for (const patch of patches) {
      const id = patch.table === 'participants' && 'put' in patch ? patch.put.id : null;
      const person = id === null ? undefined : now.participants.get(id);
      if (!person) continue;
      const { role } = person;
      const there = (await this.rooms.current(group.map))?.map.participants.get(person.id)?.role ?? null;
      if (role !== null && may(role, 'review')) await comeIn(this, group, { ...person, role });
      else if (may(there, 'review')) await leave(this, group.map, person.id);
    }
  }

  /** Whether the group has it now. Under the id of the change: asked twice, it is one. Throws where the group cannot answer. */
  private async ask(map: Id, asked: Asked): Promise<boolean> {
    const { id, by } = asked;
    const edit = broughtEdit(asked);
    if (!edit) return false;
    const answer = await this.rooms.edit(map, by, [{ id, edit }]);
    const [verdict] = answer.ok ? answer.value.verdicts : [];
    if (!verdict) throw new Error(`group ${map} did not answer: ${answer.ok ? '' : answer.refusal.code}`);
    return 'version' in verdict || verdict.refusal.code === 'no-change';
  }
}
