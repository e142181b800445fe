import type { ReactElement, ReactNode } from 'react';
import { useScreen } from '../open/openMap.ts';
import type { View } from '../open/house.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';

interface MoreViewsProps {
  views: readonly View[];
  /** Above a phone's foot, or beneath the bar. */
  side: 'top' | 'bottom';
  /** The button that opens it. */
  children: ReactElement;
  /** What else is in the menu. */
  besides?: ReactNode;
}

/** The views that are looked at now and then. */
export function MoreViews({ views, side, children, besides }: MoreViewsProps) {
  const show = useScreen((state) => state.show);
  const openPanel = useScreen((state) => state.openPanel);
  return (
    <Menu trigger={children} side={side} align="end">
      {views.map(({ id, title, icon }) => (
        <MenuItem
          key={id}
          icon={icon}
          onSelect={() => {
            if (side === 'top') openPanel(false);
            show(id);
          }}
        >
          {title()}
        </MenuItem>
      ))}
      {besides}
    </Menu>
  );
}
