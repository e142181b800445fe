import { MapInfo, type Id } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { TextField } from '../ui/Field.tsx';
import type { RightsProps } from './Rights.tsx';
import { home } from '../base.ts';

/** On whose pages the map may be shown, and what to put there. */
export function Embedding({ map, info, maySet, onSet }: RightsProps & { map: Id }) {
  const { t } = useTranslation('share');
  const [typed, setTyped] = useState(info.embeds);
  const embeds = typed
    .trim()
    .split(/[\s,，]+/)
    .filter(Boolean)
    .map(originOf)
    .join(' ');
  const wrong = !MapInfo.shape.embeds.safeParse(embeds).success;
  const code = `<iframe src="${home}/embed/${map}" width="100%" height="480"></iframe>`;
  return (
    <section>
      <h3>{t('embed.title')}</h3>
      <p className="note">{t(info.access === 'anyone' ? 'embed.about' : 'embed.closed')}</p>
      <TextField
        label={t('embed.pages')}
        hint={t('embed.hint')}
        error={wrong ? t('embed.wrong') : null}
        value={typed}
        disabled={!maySet({ embeds: info.embeds })}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="embed-actions">
        <Button
          disabled={wrong || embeds === info.embeds || !maySet({ embeds })}
          onClick={() => onSet({ embeds })}
        >
          {t('embed.save')}
        </Button>
        {info.embeds !== '' && info.access === 'anyone' && <CopyButton text={code} label={t('embed.copy')} />}
      </p>
    </section>
  );
}

/** People paste the address of a page; what counts is where it comes from. */
function originOf(address: string): string {
  try {
    return new URL(/^https?:\/\//.test(address) ? address : `https://${address}`).origin;
  } catch {
    return address;
  }
}
