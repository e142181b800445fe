import { Tabs as Radix } from 'radix-ui';
import { useEffect, useRef, type ReactNode } from 'react';
import './Tabs.css';

interface TabsProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  /** `count` stands after the name, unless it is nothing; `alert` gives it a coloured ground, `fresh` says what of it is new. */
  tabs: readonly { value: T; text: string; count: number; alert: boolean; fresh: string; panel: ReactNode }[];
}

export function Tabs<T extends string>({ label, value, onChange, tabs }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  // Of more tabs than there is room for, the one that is shown stands in sight.
  useEffect(() => {
    list.current
      ?.querySelector('[data-state=active]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [value]);
  return (
    <Radix.Root className="tabs" value={value} onValueChange={(next) => onChange(next as T)}>
      <Radix.List ref={list} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value}>
            {tab.text}
            {tab.count > 0 && <span className={tab.alert ? 'count alert' : 'count'}>{tab.count}</span>}
            {tab.fresh && <span className="fresh">{tab.fresh}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} tabIndex={-1}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
