import { may } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../open/openMap.ts';
import { RejectDialog } from '../relation/Verdict.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import './outline.css';
import { outlineRows, rowLineage } from './outlineRows.ts';
import { OutlineTree } from './OutlineTree.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { useOutline, type Outline, type OutlineProps } from './useOutline.ts';

/** The map as a tree of rows, with full power: all that the canvas can do, by keyboard, by touch and by ear (U-01). */
export function OutlineView(props: OutlineProps) {
  const { t } = useTranslation('outline');
  const outline = useOutline(props);
  const { rows, open, asking, rejecting, said } = outline;
  const mayEdit = may(props.me.role, 'edit', props.view.info.access);
  return (
    <section className="outline" aria-label={t('title')}>
      <Toolbar props={props} outline={outline} mayEdit={mayEdit} />
      {rows.length === 0 && open === null ? (
        <EmptyState
          title={t('empty.title')}
          actions={
            mayEdit && (
              <Button look="solid" onClick={outline.writeThesis}>
                {t('empty.write')}
              </Button>
            )
          }
        >
          {t('empty.words')}
        </EmptyState>
      ) : (
        <OutlineTree props={props} outline={outline} />
      )}
      {asking && <PlaceDialog asking={asking} onClose={outline.closeAsking} />}
      {rejecting && (
        <RejectDialog
          proposal={rejecting.id}
          onReject={(reason) =>
            outline.ask(
              { kind: 'decide', proposal: rejecting.id, verdict: 'rejected', reason },
              t('done.reject'),
            )
          }
          onClose={outline.closeAsking}
        />
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  );
}

function Toolbar({ props, outline, mayEdit }: { props: OutlineProps; outline: Outline; mayEdit: boolean }) {
  const { t } = useTranslation('outline');
  const { screen } = useOpenMap();
  const { current } = outline;
  const foldAll = () => {
    const all = outlineRows(props.view, new Set());
    props.foldAll(all.filter((row) => row.children.length > 0).map((row) => row.id));
    const top = current && [...rowLineage(current)].at(-1);
    props.select(top?.id ?? null);
  };
  return (
    <div className="outline-toolbar" role="group" aria-label={t('toolbar')}>
      {mayEdit && (
        <Button icon="plus" onClick={outline.writeThesis}>
          {t('addThesis')}
        </Button>
      )}
      <IconButton icon="fold" label={t('foldAll')} onClick={foldAll} />
      <IconButton icon="unfold" label={t('unfoldAll')} onClick={() => props.foldAll([])} />
      {mayEdit && (
        <IconButton
          icon="history"
          label={t('removedTitle')}
          onClick={() => screen.getState().ask({ for: 'removed' })}
        />
      )}
    </div>
  );
}
