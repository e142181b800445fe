import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import './UnsentSign.css';

/** Words wait in a field that is closed; pressing it opens the field. In a tree or a map of one tab stop, whose keys do the same. */
export function UnsentSign({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('common');
  return (
    <IconButton
      className="unsent-sign nodrag"
      icon="edit"
      label={t('unsent')}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation(); // what it stands on would be chosen, and take the focus
        onOpen();
      }}
    />
  );
}
