import { useParts } from './useParts.ts';
import { MyTasks } from './Tasks.tsx';
import { useDoc } from '../open/openMap.ts';
import './report.css';

/** [S-16] One's own progress, while one writes. */
export function TasksPane() {
  const map = useDoc((state) => state.confirmed);
  const { mine } = useParts();
  if (!mine) return null;
  return (
    <div className="report-pane">
      <MyTasks map={map} part={mine} />
    </div>
  );
}
