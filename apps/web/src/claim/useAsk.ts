import { standing, type ArgumentMap, type Edit, type Id, type Result } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';

interface Asker {
  readonly view: ArgumentMap;
  readonly me: { readonly participant: Id | null };
  readonly edit: (edit: Edit) => Result<Id>;
}

/** Asks for an edit, and says so when it was refused or waits for a moderator; true when it was taken. */
export function useAsk({ view, me, edit }: Asker): (edit: Edit) => boolean {
  const { t } = useTranslation('claim');
  return (asked) => {
    const waits = standing(view, asked, me.participant, Date.now()) === 'proposal';
    const result = edit(asked);
    if (!result.ok) toast(refusalText(result.refusal), { problem: true });
    else if (waits) toast(t('proposed'));
    return result.ok;
  };
}
