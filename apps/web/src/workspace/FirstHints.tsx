import { may } from '@counterpoint/shared';
import { fetchLaterWords } from '../i18n/i18n.ts';
import { useView } from '../open/house.ts';
import { useDoc } from '../open/openMap.ts';
import { usePreference } from '../open/preferences.ts';
import { Fetched } from '../ui/Fetched.tsx';

const hints = async () => {
  const [{ Hints }] = await Promise.all([import('./Hints.tsx'), fetchLaterWords()]);
  return Hints;
};
const NOTHING = {};

/** [U-16] To who writes in a map for the first time in this browser. It has its room at once, so that nothing moves when its words come. */
export function FirstHints() {
  const due = usePreference('hints');
  const writes = useDoc(({ role, version }) => version !== null && may(role, 'edit'));
  const { id } = useView();
  if (!due || !writes || (id !== 'map' && id !== 'outline')) return null;
  return (
    <div className="reading-bar hint-bar">
      <Fetched load={hints} props={NOTHING} unasked />
    </div>
  );
}
