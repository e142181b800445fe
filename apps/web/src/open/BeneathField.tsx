import { createElement, useEffect, useState } from 'react';
import { fetched, fetchedBy } from '../ui/fetched.ts';
import './BeneathField.css';
import { useHouse } from './house.ts';
import { WritesAs } from './WritesAs.tsx';

/** Beneath the field in which a claim is written, on a card and in a row alike. */
export function BeneathField() {
  return (
    <div className="beneath-field">
      <WritesAs />
      <WhileWriting />
    </div>
  );
}

/** A help and no more: where its script cannot be had, nothing is said of it. */
function WhileWriting() {
  const { whileWriting } = useHouse();
  const [, setCame] = useState(false);
  useEffect(() => {
    if (!whileWriting || fetchedBy(whileWriting)) return;
    let over = false;
    fetched(whileWriting).then(
      () => over || setCame(true),
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [whileWriting]);
  const Component = whileWriting && fetchedBy(whileWriting);
  return Component ? createElement(Component) : null; // the same one each time it is drawn
}
