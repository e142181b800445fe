import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';
import { COMMANDS, KEYS } from '../open/keys.ts';
import { switchTo, usePreference } from '../open/preferences.ts';

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
      <dl className="keys">
        {COMMANDS.map((command) => (
          <div key={command}>
            <dt>
              {KEYS[command].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${command}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl/⌘+Z</kbd>
          </dt>
          <dd>{t('undo')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl/⌘+Shift+Z</kbd>
          </dt>
          <dd>{t('redo')}</dd>
        </div>
      </dl>
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
