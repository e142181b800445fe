import account from './zh/account.json' with { type: 'json' };
import board from './zh/board.json' with { type: 'json' };
import claim from './zh/claim.json' with { type: 'json' };
import commands from './zh/commands.json' with { type: 'json' };
import common from './zh/common.json' with { type: 'json' };
import debate from './zh/debate.json' with { type: 'json' };
import edits from './zh/edits.json' with { type: 'json' };
import exchange from './zh/exchange.json' with { type: 'json' };
import home from './zh/home.json' with { type: 'json' };
import map from './zh/map.json' with { type: 'json' };
import names from './zh/names.json' with { type: 'json' };
import outline from './zh/outline.json' with { type: 'json' };
import record from './zh/record.json' with { type: 'json' };
import refusals from './zh/refusals.json' with { type: 'json' };
import relation from './zh/relation.json' with { type: 'json' };
import review from './zh/review.json' with { type: 'json' };
import round from './zh/round.json' with { type: 'json' };
import side from './zh/side.json' with { type: 'json' };
import source from './zh/source.json' with { type: 'json' };
import voting from './zh/voting.json' with { type: 'json' };

/** The words of the interface in Chinese, a file for each feature; i18n.test.ts keeps the two languages alike. */
export const zh = {
  account,
  board,
  claim,
  commands,
  common,
  debate,
  edits,
  exchange,
  home,
  map,
  names,
  outline,
  record,
  refusals,
  relation,
  review,
  round,
  side,
  source,
  voting,
};
