import { gradesTable, rubricOf } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { fileName, saveFile } from '../ui/saveFile.ts';

/** What is done for all students at once. */
export function Tools() {
  const { t } = useTranslation('grading');
  const { screen, doc } = useOpenMap();
  const rubric = useDoc(({ view }) => rubricOf(view));
  const areAnonymous = useDoc(({ view }) => view.info.faces !== 'named');
  const { ask } = screen.getState();
  const save = (): void => {
    const { view } = doc.getState();
    const table = new Blob([gradesTable(view, interfaceLanguage())], { type: 'text/csv' });
    saveFile(table, fileName(`${view.info.title} ${t('tools.file')}`, 'csv'));
  };
  return (
    <header className="grading-tools" aria-label={t('tools.label')}>
      <h2>{rubric?.name ?? t('tools.label')}</h2>
      {areAnonymous && <small>{t('pseudonyms')}</small>}
      <div>
        <Button icon="settings" onClick={() => ask({ for: 'rubric' })}>
          {t(rubric ? 'tools.rubric' : 'tools.newRubric')}
        </Button>
        <Button icon="download" onClick={save}>
          {t('tools.csv')}
        </Button>
        <Button look="solid" icon="check" onClick={() => ask({ for: 'release' })}>
          {t('tools.release')}
        </Button>
      </div>
    </header>
  );
}
