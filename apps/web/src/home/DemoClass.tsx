import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, mapsQuery, meQuery, valueOf } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';

/** [S-34] For a teacher who wants to try alone what comes during and after a seminar. */
export function DemoClass() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signedIn = Boolean(useQuery(meQuery).data?.account);
  const make = useMutation({
    mutationFn: () => valueOf(api.demoClass(interfaceLanguage())),
    onSuccess: async ({ id }) => {
      await navigate(`/maps/${id}`);
      await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
  if (!signedIn) return null;
  return (
    <p className="demo-class">
      <Button busy={make.isPending} onClick={() => make.mutate()}>
        {t('teach.demo')}
      </Button>
      <span>{t('teach.demoText')}</span>
    </p>
  );
}
