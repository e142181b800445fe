// What is asked over REST about one's own account, apart from api.ts: no page needs it that comes first.
import { z } from 'zod';
import { Login, Password, TypedPassword } from './api.ts';
import { PersonName } from './map/text.ts';

/** Of POST /api/accounts/name. */
export const NewName = z.object({ name: PersonName });
export type NewName = z.infer<typeof NewName>;

/** Of POST /api/accounts/password. */
export const NewPassword = z.object({ old: TypedPassword, password: Password });
export type NewPassword = z.infer<typeof NewPassword>;

/** Of POST /api/accounts/delete. */
export const Leaving = z.object({
  password: TypedPassword.optional().describe('asked of whoever has one: guests have none'),
});
export type Leaving = z.infer<typeof Leaving>;

/** The end of a link for who forgot their password: 128 bits. */
export const ResetKey = z.string().regex(/^[\w-]{22}$/);

/** Of POST /api/accounts/reset. */
export const ResetPassword = z.object({ key: ResetKey, password: Password });
export type ResetPassword = z.infer<typeof ResetPassword>;

/** Of POST /api/admin/resets. */
export const NewReset = z.object({ login: Login });
export type NewReset = z.infer<typeof NewReset>;

/** A session as it is told: nobody who reads it can enter by that. */
export const SessionId = z.string().regex(/^[0-9a-f]{32}$/);

/** Of GET /api/accounts/data/:format. */
export const OwnDataFormat = z.enum(['json', 'markdown']);
export const OwnDataQuery = z.object({ language: z.enum(['zh', 'en']).default('en') });
export type OwnDataQuery = z.infer<typeof OwnDataQuery>;
