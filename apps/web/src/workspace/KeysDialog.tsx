import { useTranslation } from 'react-i18next';
import { at, GROUPS } from '../open/command.ts';
import { useCommands } from '../open/house.ts';
import { shown } from '../open/keys.ts';
import { useOpenMap } from '../open/openMap.ts';
import { switchTo, usePreference } from '../open/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

/** The keys of this screen, and two things that may be switched off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('map');
  const letterKeys = usePreference('letterKeys');
  const spokenNews = usePreference('spokenNews');
  return (
    <Dialog
      open
      wide
      title={t('keys.title')}
      about={t('keys.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <Keys />
      <div className="keys-switches">
        <Switch
          label={t('keys.letterKeys')}
          checked={letterKeys}
          onChange={(on) => switchTo('letterKeys', on)}
        />
        <Switch
          label={t('keys.spokenNews')}
          checked={spokenNews}
          onChange={(on) => switchTo('spokenNews', on)}
        />
      </div>
    </Dialog>
  );
}

/** Of every command with a key, but for steps that the shown view does not take. */
function Keys() {
  const { t } = useTranslation('commands');
  const commands = useCommands();
  const here = at(useOpenMap(), null);
  const listed = commands.filter(
    (one) => one.keys.length > 0 && (one.group !== 'steps' || one.id === 'menu' || one.offered(here)),
  );
  return (
    <div className="keys">
      {GROUPS.map((group) => {
        const inGroup = listed.filter((one) => one.group === group);
        if (inGroup.length === 0) return null;
        return (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            <dl>
              {inGroup.map((one) => (
                <div key={one.id}>
                  <dt>
                    {one.keys.slice(0, 2).map((key) => (
                      <kbd key={key}>{shown(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{one.title(t, here)}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
