import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useScreen } from './openMap.ts';

type Tab = 'map' | 'outline' | 'panel';
const TABS: readonly (readonly [Tab, IconName])[] = [
  ['map', 'fit'],
  ['outline', 'outline'],
  ['panel', 'comment'],
];

/** At the foot of a phone: one thing at a time. */
export function PhoneTabs() {
  const { t } = useTranslation('map');
  const view = useScreen((state) => state.view);
  const panelOpen = useScreen((state) => state.panelOpen);
  const show = useScreen((state) => state.show);
  const openPanel = useScreen((state) => state.openPanel);
  const present: Tab = panelOpen ? 'panel' : view;
  return (
    <nav className="phone-tabs" aria-label={t('views.label')}>
      {TABS.map(([tab, icon]) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === present ? 'page' : undefined}
          onClick={() => {
            openPanel(tab === 'panel');
            if (tab !== 'panel') show(tab);
          }}
        >
          <Icon name={icon} size={18} />
          {t(`views.${tab}`)}
        </button>
      ))}
    </nav>
  );
}
