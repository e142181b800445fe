// [A1] to [A6] Under which name people stand in a map, and who may find out whose it is.
import { z } from 'zod';
import { may } from './roles.ts';
import type { Participant, Role } from './tables/participants.ts';

/**
 * `named`: by their own name. `pseudonymous`: by a made-up one, which those who decide may look behind. `anonymous`: by a
 * made-up one that leads nobody back.
 */
export const Faces = z.enum(['named', 'pseudonymous', 'anonymous']).meta({ id: 'Faces' });
export type Faces = z.infer<typeof Faces>;

/** [A1] How somebody who comes with this role stands in the map: who decides is named in every one. */
export const facesFor = (faces: Faces, role: Role): Faces => (may(role, 'review') ? 'named' : faces);

interface People {
  readonly participants: { values(): Iterable<Participant> };
}

/** [A5] Whether nobody is in it yet, or was, but those who decide under their own names. */
export const isUntold = ({ participants }: People): boolean =>
  [...participants.values()].every(({ role, pseudonym }) => !pseudonym && may(role, 'review'));

/** Who makes a name up asks what looks alike, too (pseudonyms.ts). */
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** [A2] Whether a name is borne in the map, however it is written. */
export const isNameBorne = ({ participants }: People, name: string): boolean =>
  [...participants.values()].some((one) => plain(one.name) === plain(name));

/** [A4] Whether there may be a name to look behind this one for. */
export const hasNameBehind = (
  { info }: { readonly info: { readonly faces: Faces } },
  { pseudonym }: Pick<Participant, 'pseudonym'>,
): boolean => pseudonym && info.faces === 'pseudonymous';
