import { FORMATS, type PreviewedFile } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { Icon } from '../ui/Icon.tsx';
import { LossList } from './LossList.tsx';

/** What one file is, what is in it and what not; or why it cannot be read. */
export function FileReport({ file }: { file: PreviewedFile }) {
  const { t } = useTranslation('exchange');
  if ('refusal' in file) {
    return (
      <div className="file-report refused">
        <h3>{file.name}</h3>
        <p>
          <Icon name="warning" /> {refusalText(file.refusal)}
        </p>
        <p className="file-reason">{file.refusal.message}</p>
      </div>
    );
  }
  const format = FORMATS.find(({ id }) => id === file.format)?.name ?? file.format;
  return (
    <div className="file-report">
      <h3>{file.title}</h3>
      <p>
        {[
          format,
          t('import.claims', { count: file.claims }),
          t('import.arguments', { count: file.arguments }),
        ].join(' · ')}
      </p>
      <LossList losses={file.losses} />
    </div>
  );
}
