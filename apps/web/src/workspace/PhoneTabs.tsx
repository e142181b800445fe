import { may } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useScreen } from '../open/openMap.ts';
import { Icon } from '../ui/Icon.tsx';
import { useView, useViews } from '../open/house.ts';
import { MenuItem, MenuLine } from '../ui/Menu.tsx';
import { FileItems } from './FilesMenu.tsx';
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
      <MoreViews views={more} side="top" besides={<Besides hasViews={more.length > 0} />}>
        <button type="button" aria-current={!panelOpen && view.after ? 'page' : undefined}>
          <Icon name="more" size={18} />
          {t('views.more')}
        </button>
      </MoreViews>
    </nav>
  );
}

/** What stands in the bar where there is room for it. */
function Besides({ hasViews }: { hasViews: boolean }) {
  const { t } = useTranslation('map');
  const role = useDoc((state) => state.role);
  const ask = useScreen((state) => state.ask);
  return (
    <>
      {hasViews && <MenuLine />}
      {role !== null && (
        <MenuItem icon="share" onSelect={() => ask({ for: 'share' })}>
          {t(may(role, 'review') ? 'invite' : 'members')}
        </MenuItem>
      )}
      <FileItems />
    </>
  );
}
