import copying from './en/copying.json' with { type: 'json' };
import exercise from './en/exercise.json' with { type: 'json' };
import grading from './en/grading.json' with { type: 'json' };
import groups from './en/groups.json' with { type: 'json' };
import hints from './en/hints.json' with { type: 'json' };
import parting from './en/parting.json' with { type: 'json' };
import person from './en/person.json' with { type: 'json' };
import preparation from './en/preparation.json' with { type: 'json' };
import projector from './en/projector.json' with { type: 'json' };
import ratings from './en/ratings.json' with { type: 'json' };
import replay from './en/replay.json' with { type: 'json' };
import report from './en/report.json' with { type: 'json' };
import share from './en/share.json' with { type: 'json' };
import strength from './en/strength.json' with { type: 'json' };

/** The words in English of features that are not there when a page begins; they come with the first of these. */
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
