// What goes on over the map: phases, clock, queue and points of order. On a phone one slim bar, and the rest behind it.
import { debateOf, type Debate, type Stand } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import { Bar, Clock } from './Clock.tsx';
import { ClockDesk } from './ClockDesk.tsx';
import { MyPlace } from './MyPlace.tsx';
import { Phases } from './Phases.tsx';
import { Points } from './Points.tsx';
import { HandButton, Queue } from './Queue.tsx';
import { Rings } from './Rings.tsx';
import { useStand } from './useMoment.ts';
import './debate.css';

export function DebateStrip() {
  const debate = useDoc(({ view }) => debateOf(view));
  return debate ? <Strip debate={debate} /> : null;
}

function Strip({ debate }: { debate: Debate }) {
  const narrow = useNarrow();
  const stand = useStand(debate);
  return (
    <>
      <Rings stand={stand} />
      {narrow ? <Slim debate={debate} stand={stand} /> : <Whole debate={debate} stand={stand} />}
    </>
  );
}

interface StripProps {
  debate: Debate;
  stand: Stand;
}

const Whole = ({ debate, stand }: StripProps) => (
  <div className="debate">
    <Phases debate={debate} stand={stand} />
    <Columns debate={debate} stand={stand} />
  </div>
);

const Columns = ({ debate, stand }: StripProps) => (
  <div className="debate-columns">
    <ClockDesk debate={debate} stand={stand} />
    <Queue debate={debate} />
    <Points debate={debate} stand={stand} />
  </div>
);

function Slim({ debate, stand }: StripProps) {
  const { t } = useTranslation('debate');
  const [open, setOpen] = useState(false);
  const side = debate.sides.find(({ id }) => id === stand.phase?.side);
  return (
    <div className="debate-slim" data-side={side?.sign}>
      <div className="debate-slim-what">
        <span className="debate-slim-phase">
          {side && <SideSign sign={side.sign} />}
          <span>{stand.phase?.name ?? debate.name}</span>
        </span>
        <MyPlace debate={debate} />
      </div>
      <Clock stand={stand} />
      <HandButton />
      <Dialog
        title={debate.name}
        open={open}
        onOpenChange={setOpen}
        trigger={<IconButton icon="up" label={t('more')} side="top" />}
      >
        <div className="debate">
          <Columns debate={debate} stand={stand} />
          <Phases debate={debate} stand={stand} />
        </div>
      </Dialog>
      <Bar stand={stand} />
    </div>
  );
}
