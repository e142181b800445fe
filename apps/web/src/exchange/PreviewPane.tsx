import { useTranslation } from 'react-i18next';
import { Spinner } from '../ui/Spinner.tsx';
import { Picture } from './Picture.tsx';
import type { Preview } from './preview.ts';

export function PreviewPane({ preview, fresh }: { preview: Preview | undefined; fresh: boolean }) {
  const { t } = useTranslation('exchange');
  return (
    <figure className="preview" aria-busy={!fresh}>
      <figcaption>
        {t('preview')} {!fresh && <Spinner />}
      </figcaption>
      {preview?.picture !== undefined && <Picture svg={preview.picture} name={t('previewPicture')} />}
      {preview?.text !== undefined && (
        <pre tabIndex={0} aria-label={t('preview')}>
          {preview.text}
        </pre>
      )}
    </figure>
  );
}
