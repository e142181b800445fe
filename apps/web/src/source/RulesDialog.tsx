import { RULES, type Edit, type Id, type Rule } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';
import { OwnRules } from './OwnRules.tsx';
import './source.css';

const A_CHANGE: Edit = { kind: 'set-rule', rule: '', own: null, off: '…' };

/** [P-08] What suggests an outline in this map: rules and single words can be off, and it has rules of its own. */
export function RulesDialog({ onClose }: DialogProps<'rules'>) {
  const { t } = useTranslation('source');
  const mayChange = useStanding(A_CHANGE) !== 'refused';
  const first = interfaceLanguage().startsWith('zh') ? 'zh' : 'en';
  const languages = first === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <Dialog
      open
      wide
      title={t('rules.title')}
      about={t(mayChange ? 'rules.about' : 'rules.readOnly')}
      onOpenChange={(open) => !open && onClose()}
    >
      <OwnRules mayChange={mayChange} />
      {languages.map((language) => (
        <section key={language} className="rules-of">
          <h3>{t(`rules.of.${language}`)}</h3>
          {RULES.filter((rule) => rule.language === language).map((rule) => (
            <OneRule key={rule.id} rule={rule} mayChange={mayChange} />
          ))}
        </section>
      ))}
    </Dialog>
  );
}

function OneRule({ rule, mayChange }: { rule: Rule; mayChange: boolean }) {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const off = useOff();
  const name = rule.id.replace(/^(zh|en)\./, '');
  const isOn = !off.has(rule.id);
  const turn = (what: string): void => {
    const id = off.get(what);
    askFor(session, id === undefined ? { kind: 'set-rule', rule: newId(), own: null, off: what } : { kind: 'drop-rule', rule: id }); // prettier-ignore
  };
  return (
    <div className="rules-one" data-off={!isOn || undefined}>
      <Switch
        label={t(`rule.${name}` as 'rule.contrast', { defaultValue: name })}
        checked={isOn}
        disabled={!mayChange}
        onChange={() => turn(rule.id)}
      />
      <p>
        {rule.words.map((word) => (
          <button
            key={word}
            type="button"
            aria-pressed={!off.has(word)}
            aria-label={t('rules.word', { word })}
            disabled={!mayChange || !isOn}
            onClick={() => turn(word)}
          >
            {word}
          </button>
        ))}
      </p>
    </div>
  );
}

/** What is off, with the change that says so. */
function useOff(): ReadonlyMap<string, Id> {
  const rules = useDoc(({ view }) => view.rules);
  return useMemo(
    () => new Map([...rules.values()].flatMap(({ id, off }) => (off === '' ? [] : [[off, id] as const]))),
    [rules],
  );
}
