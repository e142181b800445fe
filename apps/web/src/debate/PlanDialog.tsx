import { debateOf, Plan } from '@counterpoint/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfPlan } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { toast } from '../ui/toast.ts';
import { firstPlan, FormatField } from './FormatField.tsx';
import { keepFormat } from './ownFormats.ts';
import { PhaseList } from './PhaseList.tsx';
import { PlanRules } from './PlanRules.tsx';
import { SideList } from './SideList.tsx';
import './plan.css';

/** [D1] [S-06] The plan of a new debate, after a format; or of the one that takes place. */
export function PlanDialog({ onClose }: DialogProps<'debate'>) {
  const { t } = useTranslation('debate');
  const session = useOpenMap();
  // As it was when it was opened: what others change meanwhile does not move under the hands.
  const [debate] = useState(() => debateOf(session.doc.getState().view));
  const [first] = useState<Plan>(() => debate ?? firstPlan(session.doc.getState().view.info.language));
  const [typed, keep] = useTyped(placeOfPlan(debate?.id ?? null));
  const plan = typed ? keptPlan(first, typed.text) : first;
  const setPlan = (next: Plan): void => keep({ text: JSON.stringify(next) });
  const change = (more: Partial<Plan>): void => setPlan({ ...plan, ...more });
  const [goesOn, setGoesOn] = useState(typed !== undefined);
  const saved = (): void => {
    keep(undefined);
    onClose();
  };
  const read = Plan.safeParse(plan);
  const save = (): void => {
    if (!read.success) return;
    if (debate) askFor(session, { kind: 'plan-debate', debate: debate.id, set: read.data }, saved);
    else askFor(session, { kind: 'begin-debate', debate: newId(), plan: read.data }, saved);
  };
  return (
    <Dialog
      open
      wide
      title={t(debate ? 'plan.change' : 'plan.begin')}
      about={t(debate ? 'plan.aboutChange' : 'plan.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="plan">
        {goesOn && (
          <p className="plan-kept">
            {t('plan.goneOn')}
            <Button
              onClick={() => {
                keep(undefined);
                setGoesOn(false);
              }}
            >
              {t('plan.anew')}
            </Button>
          </p>
        )}
        {!debate && <FormatField onChoose={setPlan} />}
        <TextField
          label={t('plan.name')}
          room={ROOM.title}
          value={plan.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <SideList plan={plan} change={change} />
        <PhaseList plan={plan} change={change} />
        <PlanRules plan={plan} change={change} />
      </div>
      {!read.success && <Wrong>{t('plan.wrong')}</Wrong>}
      <DialogActions>
        <Button
          disabled={!read.success}
          onClick={() => {
            if (!read.success) return;
            keepFormat(read.data);
            toast(t('plan.kept', { name: plan.name }));
          }}
        >
          {t('plan.keep')}
        </Button>
        <Button look="solid" disabled={!read.success} onClick={save}>
          {t(debate ? 'plan.save' : 'plan.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What was typed and not saved, on the plan as it was: an earlier version may have kept less. */
function keptPlan(first: Plan, text: string): Plan {
  try {
    return { ...first, ...(JSON.parse(text) as Partial<Plan>) };
  } catch {
    return first;
  }
}

const Wrong = ({ children }: { children: ReactNode }) => (
  <p className="plan-wrong" role="alert">
    {children}
  </p>
);
