// Files go into a map that is there.
import { Injectable } from '@nestjs/common';
import { idsFrom, isZip } from '@counterpoint/convert';
import {
  grafted,
  MOST_GRAFTED_PARTS,
  ok,
  refuse,
  type Id,
  type MapContent,
  type Placed,
  type PlaceQuery,
  type PreviewedFile,
  type Result,
} from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { RoomsService } from '../maps/rooms.service.ts';
import { FilesService, previewed, type Upload } from './files.service.ts';
import type { Watch } from './jobs.service.ts';

@Injectable()
export class PlacementsService {
  constructor(
    private readonly files: FilesService,
    private readonly rooms: RoomsService,
  ) {}

  /** All that the files hold, by one edit of participant `by`; who may not change becomes the author of a proposal. */
  async place(
    map: Id,
    by: Id,
    upload: Upload,
    { under, direction, edit: id = uuidv7() }: Pick<PlaceQuery, 'under' | 'direction' | 'edit'>,
    watch: Watch,
  ): Promise<Result<Placed>> {
    const files: PreviewedFile[] = [];
    const contents: MapContent[] = [];
    let nodes = 0;
    const read = await this.files.read(upload, watch, false, async (file) => {
      files.push(previewed(file));
      if (!file.result.ok || !file.result.value.content) return;
      nodes += file.result.value.claims;
      // More is refused in the end; until then it need not be held.
      if (nodes <= MOST_GRAFTED_PARTS) contents.push(file.result.value.content);
    });
    if (!read.ok) return read;
    if (nodes > MOST_GRAFTED_PARTS)
      return refuse(
        'too-large',
        `At most ${MOST_GRAFTED_PARTS} claims go into a map at once; here are ${nodes}.`,
      );
    const refused = files.find((file) => 'refusal' in file);
    if (refused && contents.length === 0) return { ok: false, refusal: refused.refusal };
    const graft = await this.graft(map, by, contents, { under, direction, id });
    if (!graft.ok) return graft;
    const losses = [...files.flatMap((file) => ('losses' in file ? file.losses : [])), ...graft.value.losses];
    return ok({ ...graft.value, losses, ...(isZip(upload.bytes) ? { files } : {}) });
  }

  private async graft(
    map: Id,
    by: Id,
    contents: readonly MapContent[],
    { under, direction, id }: Required<Pick<PlaceQuery, 'under' | 'direction'>> & { readonly id: Id },
  ): Promise<Result<Placed>> {
    const current = await this.rooms.current(map);
    if (!current) return refuse('not-found', 'There is no such map.');
    // The ids follow from the edit's, so that the same file sent twice under one id is one import.
    const newId = idsFrom(id, parseInt(id.replace('-', '').slice(0, 12), 16));
    const made = grafted(contents, current.map, {
      under: under === 'none' ? null : { claim: under, direction },
      newId,
    });
    if (!made.ok) return made;
    const { edit, upper } = made.value.value;
    const answer = await this.rooms.edit(map, by, [{ id, edit }]);
    const verdict = answer.ok ? answer.value.verdicts[0] : answer;
    if (!verdict) throw new Error('an edit has no verdict');
    if ('refusal' in verdict) return { ok: false, refusal: verdict.refusal };
    const after = await this.rooms.current(map);
    const standing = after?.map.proposals.has(id) ? 'proposal' : 'change';
    return ok({ id, version: verdict.version, standing, losses: made.value.losses, edit: upper });
  }
}
