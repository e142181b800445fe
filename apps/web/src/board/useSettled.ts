import { useEffect, useState } from 'react';

const QUIET_MS = 300;

/** The text as it was when nobody had typed for a moment; what an input method is still composing is no text yet. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  const isComposing = useComposing();
  useEffect(() => {
    if (isComposing) return;
    const timer = setTimeout(() => setSettled(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, isComposing]);
  return settled;
}

function useComposing(): boolean {
  const [isComposing, setComposing] = useState(false);
  useEffect(() => {
    const begin = (): void => setComposing(true);
    const end = (): void => setComposing(false);
    document.addEventListener('compositionstart', begin);
    document.addEventListener('compositionend', end);
    return () => {
      document.removeEventListener('compositionstart', begin);
      document.removeEventListener('compositionend', end);
    };
  }, []);
  return isComposing;
}
