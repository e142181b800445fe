// Small groups of a map (S-14): each works in a map of its own, made of this one. Who sees what in it, and all else, is as in any map.
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  contentOf,
  fileContent,
  FEWEST,
  groupContent,
  groupRetitled,
  isDivided,
  may,
  mergedContent,
  ok,
  putAwayIn,
  refuse,
  unsound,
  type Account,
  type ArgumentMap,
  type GroupMap,
  type Groups,
  type Id,
  type MapSummary,
  type Moved,
  type MovedTo,
  type NewGroups,
  type Refused,
  type Result,
  type Viewer,
} from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Person } from '../accounts/faces.service.ts';
import { comeIn, leave } from './groupSeats.ts';
import { addGroup, groupAt, groupsOf, isOfGroups, renameGroup, type Group } from './groups.queries.ts';
import { MapsService } from './maps.service.ts';
import { MembersService } from './members.service.ts';
import { RoomsService } from './rooms.service.ts';

const NO_MAP = refuse('not-found', 'There is no such map.');
const HAS_GROUPS = refuse('has-groups', 'The map is divided into groups already.');

@Injectable()
export class GroupsService {
  constructor(
    readonly rooms: RoomsService,
    private readonly members: MembersService,
    private readonly maps: MapsService,
    @InjectEntityManager() readonly manager: EntityManager,
  ) {}

  /** [J2] */
  async make(template: Id, { groups }: NewGroups): Promise<Result<void>> {
    const current = await this.rooms.current(template);
    if (!current) return NO_MAP;
    const refused = (await this.noTemplate(template)) ?? cannotDivide(current.map, groups);
    if (refused) return refused;
    const made: Id[] = [];
    try {
      for (const [place, { name, people }] of groups.entries()) {
        const map = uuidv7();
        made.push(map);
        await this.found({ map, template, name, place, version: current.version }, current.map, people);
      }
    } catch (error) {
      for (const map of made) await this.maps.delete(map);
      // Somebody else was faster.
      if (isOfGroups(error)) return HAS_GROUPS;
      throw error;
    }
    return ok(undefined);
  }

  private async noTemplate(map: Id): Promise<Refused | undefined> {
    if (await groupAt(this.manager, map))
      return refuse('is-group', 'The map is that of a group, which is not divided again.');
    return (await groupsOf(this.manager, map)).length > 0 ? HAS_GROUPS : undefined;
  }

  private async found(
    group: Omit<Group, 'missed'>,
    template: ArgumentMap,
    people: readonly Id[],
  ): Promise<void> {
    const content = groupContent(template, group.name, new Set(people));
    const seated = content.participants.flatMap(({ id, role }) => (role === null ? [] : [id]));
    await this.rooms.found(group.map, content, {
      at: Date.now(),
      sample: false,
      beside: (manager) => addGroup(manager, { ...group, people: seated }),
    });
  }

  async of(map: Id, viewer: Viewer, person: Person): Promise<Result<Groups>> {
    const current = await this.rooms.current(map);
    if (!current) return NO_MAP;
    const own = await groupAt(this.manager, map);
    if (own) {
      const mayRead = (await this.members.viewer(own.template, person)) !== undefined;
      const { title } = (await this.rooms.current(own.template))?.map.info ?? { title: '' };
      return ok({ template: mayRead ? { map: own.template, title } : null, name: own.name, groups: [] });
    }
    const decides = may(viewer.role, 'review');
    const told: Groups['groups'][number][] = [];
    for (const group of await groupsOf(this.manager, map)) {
      const there = (await this.rooms.current(group.map))?.map;
      if (!there || (!decides && !isIn(there, viewer.participant))) continue;
      told.push(toldOf(group, there, current.map));
    }
    return ok({ template: null, name: null, groups: told });
  }

  /** [J4] Somebody of the template comes into a group, as the same participant, and leaves the one that they were in. */
  async move(template: Id, to: Id, participant: Id): Promise<Result<Moved>> {
    const person = (await this.rooms.current(template))?.map.participants.get(participant);
    const groups = await groupsOf(this.manager, template);
    if (!person || !groups.some(({ map }) => map === to))
      return refuse('not-found', 'There is no such person or group.');
    if (!isDivided(person)) return refuse('invalid', 'participant: must be one who writes and does not decide'); // prettier-ignore
    const { role } = person;
    if (role === null || !(await this.rooms.current(to))) return NO_MAP;
    const came = await comeIn(this, { map: to, template }, { ...person, role });
    if (!came.ok) return came;
    let from: Id | null = null;
    for (const { map } of groups) {
      if (map === to || !isIn((await this.rooms.current(map))?.map, participant)) continue;
      const left = await leave(this, map, participant);
      if (!left.ok) return left;
      from = map;
    }
    return ok({ from, to });
  }

  /** [J4] Where somebody is who was moved out of a group; to anybody else there is no such thing. */
  async movedFrom(map: Id, person: Person): Promise<Result<MovedTo>> {
    const own = await groupAt(this.manager, map);
    const participant = own ? await this.members.participantOf(map, person) : null;
    if (!own || participant === null || isIn((await this.rooms.current(map))?.map, participant))
      return NO_MAP;
    for (const group of await groupsOf(this.manager, own.template))
      if (isIn((await this.rooms.current(group.map))?.map, participant))
        return ok({ from: own.name, name: group.name, map: group.map });
    return NO_MAP;
  }

  async rename(asked: { template: Id; group: Id; name: string; by: Id | null }): Promise<Result<void>> {
    const { template, group: map, name, by } = asked;
    const group = (await groupsOf(this.manager, template)).find((one) => one.map === map);
    const there = group && (await this.rooms.current(map));
    if (!there) return refuse('not-found', 'There is no such group.');
    if (group.name === name) return refuse('no-change', 'The group is called so.');
    if (!(await renameGroup(this.manager, group, name))) return refuse('invalid', 'name: another group is called so'); // prettier-ignore
    const title = groupRetitled(there.map.info.title, group.name, name);
    if (title !== undefined) {
      const edit = { kind: 'change-settings', set: { title } } as const;
      // Where nothing is changed any more, as in an archive, the title stays.
      await this.rooms.edit(map, by, [{ id: uuidv7(), edit }]);
    }
    return ok(undefined);
  }

  /** [J5] */
  async merge(account: Account, template: Id, viewer: Viewer): Promise<Result<MapSummary>> {
    const current = await this.rooms.current(template);
    if (!current) return NO_MAP;
    const groups = await groupsOf(this.manager, template);
    if (groups.length === 0) return refuse('not-found', 'The map has no groups.');
    // As who decides there: whoever decides in the template does so in its groups.
    const fileOf = (map: ArgumentMap) => fileContent(contentOf(map), viewer, map);
    const parts: GroupMap[] = [];
    for (const { map, name } of groups) {
      const there = await this.rooms.current(map);
      if (there) parts.push({ name, content: fileOf(there.map) });
    }
    const summary = await this.maps.found(
      account,
      (owner, { named }) => {
        const self = viewer.participant;
        const merged = mergedContent(fileOf(current.map), parts, {
          owner,
          self,
          newId: uuidv7,
          at: Date.now(),
          named,
        });
        const misfit = unsound(merged);
        if (misfit) throw new Error(`the groups of ${template} make no sound map: ${misfit.refusal.message}`);
        return merged;
      },
      template,
    );
    return ok(summary);
  }

  /** [P27] Deletes a map that lies in the archive, unless there are groups of it. */
  async delete(map: Id): Promise<Result<void>> {
    const refused = refuse('has-groups', 'There are groups of the map: delete theirs first.');
    if ((await groupsOf(this.manager, map)).length > 0) return refused;
    if ((await this.rooms.current(map))?.map.info.hold !== 'archived')
      return refuse('not-archived', 'Only a map that is archived can be deleted.');
    try {
      await this.maps.delete(map);
    } catch (error) {
      if (isOfGroups(error)) return refused;
      throw error;
    }
    return ok(undefined);
  }
}

const isIn = (map: ArgumentMap | undefined, participant: Id | null): boolean =>
  participant !== null && (map?.participants.get(participant)?.role ?? null) !== null;

/** [J1] [J2] Why a map cannot be divided so. */
function cannotDivide(map: ArgumentMap, groups: NewGroups['groups']): Refused | undefined {
  if (map.info.faces === 'anonymous')
    return refuse('no-names', 'Nobody can be led from a map without names into another one.');
  const all = groups.flatMap(({ people }) => people);
  const strange = all.find((id) => !isDivided(map.participants.get(id) ?? { role: null }));
  if (strange !== undefined) return refuse('invalid', `groups: ${strange} is none who writes and does not decide`); // prettier-ignore
  if (new Set(all).size < all.length) return refuse('invalid', 'groups: each person once');
  if (new Set(groups.map(({ name }) => name)).size < groups.length)
    return refuse('invalid', 'groups: each name once');
  return groups.some(({ people }) => people.length < FEWEST)
    ? refuse('group-of-one', `A group has ${FEWEST} people at least.`)
    : undefined;
}

function toldOf({ map, name, missed }: Group, there: ArgumentMap, template: ArgumentMap): Groups['groups'][number] {
  const away = putAwayIn(there);
  const own = [...there.claims.keys()].filter((id) => !template.claims.has(id) && !away.has('claims', id));
  const people = [...there.participants.values()]
    .filter(isDivided)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { map, name, people, claims: own.length, missed };
} // prettier-ignore
