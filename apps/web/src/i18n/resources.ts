import enAccount from './en/account.json' with { type: 'json' };
import enClaim from './en/claim.json' with { type: 'json' };
import enCommands from './en/commands.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enEdits from './en/edits.json' with { type: 'json' };
import enExchange from './en/exchange.json' with { type: 'json' };
import enHome from './en/home.json' with { type: 'json' };
import enMap from './en/map.json' with { type: 'json' };
import enOutline from './en/outline.json' with { type: 'json' };
import enRefusals from './en/refusals.json' with { type: 'json' };
import enRelation from './en/relation.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enShare from './en/share.json' with { type: 'json' };
import enSource from './en/source.json' with { type: 'json' };
import zhAccount from './zh/account.json' with { type: 'json' };
import zhClaim from './zh/claim.json' with { type: 'json' };
import zhCommands from './zh/commands.json' with { type: 'json' };
import zhCommon from './zh/common.json' with { type: 'json' };
import zhEdits from './zh/edits.json' with { type: 'json' };
import zhExchange from './zh/exchange.json' with { type: 'json' };
import zhHome from './zh/home.json' with { type: 'json' };
import zhMap from './zh/map.json' with { type: 'json' };
import zhOutline from './zh/outline.json' with { type: 'json' };
import zhRefusals from './zh/refusals.json' with { type: 'json' };
import zhRelation from './zh/relation.json' with { type: 'json' };
import zhReview from './zh/review.json' with { type: 'json' };
import zhShare from './zh/share.json' with { type: 'json' };
import zhSource from './zh/source.json' with { type: 'json' };

/** One file per language and feature; i18n.test.ts keeps the two languages alike. */
export const resources = {
  zh: {
    account: zhAccount,
    claim: zhClaim,
    commands: zhCommands,
    common: zhCommon,
    edits: zhEdits,
    exchange: zhExchange,
    home: zhHome,
    map: zhMap,
    outline: zhOutline,
    refusals: zhRefusals,
    relation: zhRelation,
    review: zhReview,
    share: zhShare,
    source: zhSource,
  },
  en: {
    account: enAccount,
    claim: enClaim,
    commands: enCommands,
    common: enCommon,
    edits: enEdits,
    exchange: enExchange,
    home: enHome,
    map: enMap,
    outline: enOutline,
    refusals: enRefusals,
    relation: enRelation,
    review: enReview,
    share: enShare,
    source: enSource,
  },
};
