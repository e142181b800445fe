// The texts that claims rest on. They are longer than a message, so they come and go by ways of their own.
import { Injectable } from '@nestjs/common';
import {
  Edit,
  editionText,
  MOST_TEXT_BYTES,
  ok,
  refuse,
  utf8Length,
  type AddEdition,
  type AddSource,
  type Brought,
  type EditionText,
  type Id,
  type Result,
  type Viewer,
} from '@counterpoint/shared';
import { RoomsService } from '../maps/rooms.service.ts';
import type { Encoded } from '../zipped.ts';

@Injectable()
export class SourcesService {
  /** An edition never changes: as long as the map holds it, its answer is made once. */
  private readonly encoded = new WeakMap<EditionText, Encoded>();

  constructor(private readonly rooms: RoomsService) {}

  /** A text by one edit of participant `by`, under an id of its own: sent twice, it is one. */
  async bring(map: Id, by: Id, id: Id, asked: AddSource | AddEdition): Promise<Result<Brought>> {
    if (utf8Length(asked.text) > MOST_TEXT_BYTES)
      return refuse('too-large', `A text has at most ${MOST_TEXT_BYTES} bytes.`);
    const edit = Edit.safeParse(asked);
    if (!edit.success) {
      const [issue] = edit.error.issues;
      return refuse('invalid', `${issue?.path.join('.')}: ${issue?.message}`);
    }
    const answer = await this.rooms.edit(map, by, [{ id, edit: edit.data }]);
    const verdict = answer.ok ? answer.value.verdicts[0] : answer;
    if (!verdict) throw new Error('an edit has no verdict');
    if ('refusal' in verdict) return { ok: false, refusal: verdict.refusal };
    const after = await this.rooms.current(map);
    const standing = after?.map.proposals.has(id) ? 'proposal' : 'change';
    return ok({ version: verdict.version, standing });
  }

  /** [V9] The text as the viewer may read it; undefined where there is none for them. */
  async text(map: Id, edition: Id, viewer: Viewer): Promise<{ encoded: Encoded; tag: string } | undefined> {
    const current = await this.rooms.current(map);
    const found = current && editionText(current.map, edition, viewer);
    if (!found) return undefined;
    const { text, marks } = found;
    const encoded = this.encoded.get(found) ?? { body: JSON.stringify({ text, marks }), zipped: undefined };
    this.encoded.set(found, encoded);
    return { encoded, tag: `${edition}-${text.length}` };
  }
}
