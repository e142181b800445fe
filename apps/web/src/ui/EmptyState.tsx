import type { ReactNode } from 'react';
import './EmptyState.css';

interface EmptyStateProps {
  title: string;
  children: ReactNode;
  /** The one thing to do, and at most one more. */
  actions?: ReactNode;
  picture?: ReactNode;
  /** 1 where it is all there is on a page. */
  level?: 1 | 2;
}

/** Says what will be here, why, and how to begin. */
export function EmptyState({ title, children, actions, picture, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className="empty-state">
      {picture}
      <Heading>{title}</Heading>
      <div className="words">{children}</div>
      {actions && <div className="actions">{actions}</div>}
    </section>
  );
}
