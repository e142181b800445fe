import { CreateMaps1795392000000 } from './1795392000000-create-maps.ts';
import { CreateAccounts1795392060000 } from './1795392060000-create-accounts.ts';
import { CreateSettings1795392120000 } from './1795392120000-create-settings.ts';
import { CreateSources1795564800000 } from './1795564800000-create-sources.ts';
import { InvitesMadeBy1795910400000 } from './1795910400000-invites-made-by.ts';
import { EditsCountOnce1795910460000 } from './1795910460000-edits-count-once.ts';
import { CreateDrawings1796083200000 } from './1796083200000-create-drawings.ts';
import { CreateTouched1796083260000 } from './1796083260000-create-touched.ts';
import { ClientsBySeenAt1796083320000 } from './1796083320000-clients-by-seen-at.ts';
import { CreateIndexed1796169600000 } from './1796169600000-create-indexed.ts';
import { QuotationsStand1796256000000 } from './1796256000000-quotations-stand.ts';
import { CreateSearch1796342400000 } from './1796342400000-create-search.ts';
import { CreateAnnotations1796428800000 } from './1796428800000-create-annotations.ts';
import { ProposalsComeAgain1796515200000 } from './1796515200000-proposals-come-again.ts';
import { CreateFlags1796601600000 } from './1796601600000-create-flags.ts';
import { CreateReasons1796605200000 } from './1796605200000-create-reasons.ts';
import { CreateVisits1796608800000 } from './1796608800000-create-visits.ts';
import { CreateMailAddresses1796609000000 } from './1796609000000-create-mail-addresses.ts';
import { CreateRounds1796612400000 } from './1796612400000-create-rounds.ts';
import { CreateMergers1796616000000 } from './1796616000000-create-mergers.ts';
import { ProposalsAreHandedOver1796619600000 } from './1796619600000-proposals-are-handed-over.ts';
import { LogOnlyGrows1796623200000 } from './1796623200000-log-only-grows.ts';
import { CreateDebates1796626800000 } from './1796626800000-create-debates.ts';
import { CreateFaces1796713200000 } from './1796713200000-create-faces.ts';
import { CreateMutes1796799600000 } from './1796799600000-create-mutes.ts';
import { HandingOverIsSigned1796886000000 } from './1796886000000-handing-over-is-signed.ts';
import { CreateVotes1796972400000 } from './1796972400000-create-votes.ts';
import { CreateGrades1797058800000 } from './1797058800000-create-grades.ts';
import { MapsHaveTasks1797231600000 } from './1797231600000-maps-have-tasks.ts';
import { CreateGroups1797318000000 } from './1797318000000-create-groups.ts';
import { AccountsAreKept1797490800000 } from './1797490800000-accounts-are-kept.ts';
import { CreateAuthors1797490860000 } from './1797490860000-create-authors.ts';
import { JoiningIsBounded1797577200000 } from './1797577200000-joining-is-bounded.ts';
import { TouchedNamesTables1797663660000 } from './1797663660000-touched-names-tables.ts';
import type { Migration } from './migrate.ts';

/** Every migration, oldest first. Append only. */
export const migrations: Migration[] = [
  CreateMaps1795392000000,
  CreateAccounts1795392060000,
  CreateSettings1795392120000,
  CreateSources1795564800000,
  InvitesMadeBy1795910400000,
  EditsCountOnce1795910460000,
  CreateDrawings1796083200000,
  CreateTouched1796083260000,
  ClientsBySeenAt1796083320000,
  CreateIndexed1796169600000,
  QuotationsStand1796256000000,
  CreateSearch1796342400000,
  CreateAnnotations1796428800000,
  ProposalsComeAgain1796515200000,
  CreateFlags1796601600000,
  CreateReasons1796605200000,
  CreateVisits1796608800000,
  CreateMailAddresses1796609000000,
  CreateRounds1796612400000,
  CreateMergers1796616000000,
  ProposalsAreHandedOver1796619600000,
  LogOnlyGrows1796623200000,
  CreateDebates1796626800000,
  CreateFaces1796713200000,
  CreateMutes1796799600000,
  HandingOverIsSigned1796886000000,
  CreateVotes1796972400000,
  CreateGrades1797058800000,
  MapsHaveTasks1797231600000,
  CreateGroups1797318000000,
  AccountsAreKept1797490800000,
  CreateAuthors1797490860000,
  JoiningIsBounded1797577200000,
  TouchedNamesTables1797663660000,
];
export { migrate } from './migrate.ts';
