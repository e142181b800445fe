// Where a person sits: in which maps, as which participants. SQL of members.service.ts and of what lists maps.
import { keyOf, type Person } from '../accounts/faces.service.ts';

/** Rows of `map_id, participant_id`; takes three parameters from number `first` on, see `seatsOf`. */
export const seatsSql = (first: number): string => `
  select map_id, participant_id from memberships where account_id = $${first}
  union all
  select faces.map_id, faces.participant_id
  from unnest($${first + 1}::uuid[], $${first + 2}::text[]) own(map_id, key)
  join faces on faces.map_id = own.map_id and faces.key = decode(own.key, 'hex')
  where not exists (select 1 from memberships m where m.map_id = faces.map_id and m.account_id = $${first})`;

/** The parameters of `seatsSql`. */
export const seatsOf = ({ account, faces }: Person): unknown[] => [
  account,
  faces?.maps ?? [],
  faces?.maps.map((map) => keyOf(faces, map)) ?? [],
];
