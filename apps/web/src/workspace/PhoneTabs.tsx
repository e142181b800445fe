import { useTranslation } from 'react-i18next';
import { useScreen } from '../open/openMap.ts';
import { Icon } from '../ui/Icon.tsx';
import { useView, useViews } from '../open/house.ts';
import { MoreViews } from './MoreViews.tsx';

/** At the foot of a phone: one thing at a time. */
export function PhoneTabs() {
  const { t } = useTranslation('map');
  const view = useView();
  const panelOpen = useScreen((state) => state.panelOpen);
  const show = useScreen((state) => state.show);
  const openPanel = useScreen((state) => state.openPanel);
  const views = useViews().filter(({ alone }) => !alone);
  const more = views.filter(({ after }) => after);
  const tabs = [
    ...views
      .filter(({ after }) => !after)
      .map(({ id, title, icon }) => ({
        id,
        text: title(),
        icon,
        isOn: !panelOpen && id === view.id,
        press: () => {
          openPanel(false);
          show(id);
        },
      })),
    {
      id: ' panel',
      text: t('views.panel'),
      icon: 'comment' as const,
      isOn: panelOpen,
      press: () => openPanel(true),
    },
  ];
  return (
    <nav className="phone-tabs" aria-label={t('views.label')}>
      {tabs.map(({ id, text, icon, isOn, press }) => (
        <button key={id} type="button" aria-current={isOn ? 'page' : undefined} onClick={press}>
          <Icon name={icon} size={18} />
          {text}
        </button>
      ))}
      {more.length > 0 && (
        <MoreViews views={more} side="top">
          <button type="button" aria-current={!panelOpen && view.after ? 'page' : undefined}>
            <Icon name="more" size={18} />
            {t('views.more')}
          </button>
        </MoreViews>
      )}
    </nav>
  );
}
