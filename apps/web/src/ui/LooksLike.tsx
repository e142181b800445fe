import type { ReactNode } from 'react';
import './LooksLike.css';

/** Beneath a name: whose it could be taken for. */
export const LooksLike = ({ children }: { children: ReactNode }) => (
  <small className="looks-like">{children}</small>
);
