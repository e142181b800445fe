import { useCallback, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationSign } from '../relation/Relation.tsx';
import { mayDecide, mayWithdraw } from '../relation/Verdict.tsx';
import { Button } from '../ui/Button.tsx';
import { isOffered } from './commands.ts';
import { RowMenu } from './RowMenu.tsx';
import type { RowBarProps } from './rowBarProps.ts';
import { short } from './rowWords.ts';

/**
 * What can be done to the selected row, in reach of a thumb; all else behind "more". It is drawn in the row and stands
 * beside the tree, where a screen reader takes its buttons for buttons and not for words of the claim. None of them is a
 * tab stop: the keys and the menu do the same.
 */
export function RowBar({ onHeight, ...props }: RowBarProps & { onHeight: (px: number) => void }) {
  const { row, situation, run } = props;
  const { t } = useTranslation('outline');
  const measured = useCallback(
    (bar: HTMLDivElement) => {
      const observer = new ResizeObserver(() => onHeight(bar.offsetHeight));
      observer.observe(bar);
      return () => {
        observer.disconnect();
        onHeight(0);
      };
    },
    [onHeight],
  );
  const moves = (['support', 'rebut', 'undercut'] as const).filter((move) => isOffered(situation, row, move));
  return (
    <div
      className="outline-bar"
      role="toolbar"
      aria-label={t('bar', { text: short(row.claim.text) })}
      ref={measured}
      style={{ '--depth': row.level - 1 } as CSSProperties}
    >
      <Decisions {...props} />
      {moves.map((move) => (
        <Button key={move} tabIndex={-1} className="outline-action" onClick={() => run(move)}>
          <RelationSign relation={move} size={11} />
          {t(`do.${move}`)}
        </Button>
      ))}
      <RowMenu {...props} />
    </div>
  );
}

function Decisions({ proposals, review, situation: { me } }: RowBarProps) {
  const { t } = useTranslation('relation');
  return proposals.map((proposal) => {
    if (mayWithdraw(proposal, me)) {
      return (
        <Button
          key={proposal.id}
          tabIndex={-1}
          className="outline-action"
          onClick={() => review.withdraw(proposal)}
        >
          {t('withdraw')}
        </Button>
      );
    }
    if (!mayDecide(proposal, me)) return null;
    return [
      <Button
        key={proposal.id}
        look="solid"
        icon="check"
        tabIndex={-1}
        className="outline-action"
        onClick={() => review.accept(proposal)}
      >
        {t('accept')}
      </Button>,
      <Button key="reject" tabIndex={-1} className="outline-action" onClick={() => review.reject(proposal)}>
        {t('reject')}
      </Button>,
    ];
  });
}
