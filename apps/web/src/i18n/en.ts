import account from './en/account.json' with { type: 'json' };
import board from './en/board.json' with { type: 'json' };
import claim from './en/claim.json' with { type: 'json' };
import commands from './en/commands.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import debate from './en/debate.json' with { type: 'json' };
import edits from './en/edits.json' with { type: 'json' };
import exchange from './en/exchange.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import map from './en/map.json' with { type: 'json' };
import names from './en/names.json' with { type: 'json' };
import outline from './en/outline.json' with { type: 'json' };
import record from './en/record.json' with { type: 'json' };
import refusals from './en/refusals.json' with { type: 'json' };
import relation from './en/relation.json' with { type: 'json' };
import review from './en/review.json' with { type: 'json' };
import round from './en/round.json' with { type: 'json' };
import side from './en/side.json' with { type: 'json' };
import source from './en/source.json' with { type: 'json' };
import voting from './en/voting.json' with { type: 'json' };

/** The words of the interface in English, a file for each feature; i18n.test.ts keeps the two languages alike. */
export const en = {
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
