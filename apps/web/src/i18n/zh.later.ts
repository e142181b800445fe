import copying from './zh/copying.json' with { type: 'json' };
import exercise from './zh/exercise.json' with { type: 'json' };
import grading from './zh/grading.json' with { type: 'json' };
import groups from './zh/groups.json' with { type: 'json' };
import hints from './zh/hints.json' with { type: 'json' };
import parting from './zh/parting.json' with { type: 'json' };
import person from './zh/person.json' with { type: 'json' };
import preparation from './zh/preparation.json' with { type: 'json' };
import projector from './zh/projector.json' with { type: 'json' };
import ratings from './zh/ratings.json' with { type: 'json' };
import replay from './zh/replay.json' with { type: 'json' };
import report from './zh/report.json' with { type: 'json' };
import share from './zh/share.json' with { type: 'json' };
import strength from './zh/strength.json' with { type: 'json' };

/** The words in Chinese of features that are not there when a page begins; they come with the first of these. */
export const later = {
  copying,
  exercise,
  grading,
  groups,
  hints,
  parting,
  person,
  preparation,
  projector,
  ratings,
  replay,
  report,
  share,
  strength,
};
