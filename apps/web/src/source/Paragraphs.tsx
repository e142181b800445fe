import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { FROM } from './ranges.ts';
import type { Covered } from './coverage.ts';

interface ParagraphsProps {
  text: string;
  covered: readonly Covered[];
  language: string;
  /** Asked for by the number of a paragraph. */
  onList: (covered: Covered, button: HTMLElement) => void;
}

/** One element and one text node for each: passages are found in them by counting. */
export const Paragraphs = memo(function Paragraphs({ text, covered, language, onList }: ParagraphsProps) {
  return covered.map((one) => (
    <Paragraph
      key={one.paragraph.from}
      words={text.slice(one.paragraph.from, one.paragraph.to)}
      {...{ covered: one, language, onList }}
    />
  ));
});

interface ParagraphProps extends Pick<ParagraphsProps, 'language' | 'onList'> {
  words: string;
  covered: Covered;
}

function Paragraph({ words, covered, language, onList }: ParagraphProps) {
  const { t } = useTranslation('source');
  const { number, from, voice } = covered.paragraph;
  const count = [...covered.signs.values()].reduce((sum, n) => sum + n, 0);
  return (
    <div className="source-paragraph">
      {voice && (
        <p className="source-voice">
          {voice.speaker}
          {voice.time !== null && <time>{clock(voice.time)}</time>}
        </p>
      )}
      {count > 0 ? (
        <button
          type="button"
          className="source-number"
          aria-label={t('paragraph.claims', { number, count })}
          onClick={(event) => onList(covered, event.currentTarget)}
        >
          {number}
        </button>
      ) : (
        <span className="source-number" aria-hidden="true">
          {number}
        </span>
      )}
      <p lang={language} {...{ [FROM]: from }}>
        {words}
      </p>
    </div>
  );
}

/** Of a recording, from ms: 4:05, 1:04:05. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
