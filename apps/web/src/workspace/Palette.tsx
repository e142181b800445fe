import { fold, type Id } from '@counterpoint/shared';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hasWords } from '../i18n/i18n.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { CommandIcon } from '../open/CommandIcon.tsx';
import { at, run, wordsIn, type At, type Command } from '../open/command.ts';
import { useCommands, type DialogProps } from '../open/house.ts';
import { shown } from '../open/keys.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { searchClaims, type Found } from '../open/searchClaims.ts';
import { showClaim } from '../open/showClaim.ts';
import { RelationSquare } from '../relation/Relation.tsx';
import { ChoiceField, type Choice } from '../ui/ChoiceField.tsx';
import { Dialog } from '../ui/Dialog.tsx';

const MOST_COMMANDS = 12;

/** Finds what can be done with the selected claim and what was said, in both languages; who asked for claims sees them first. */
export function Palette({ asking, onClose }: DialogProps<'search' | 'palette'>) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const commands = useCommands();
  const { selected } = session.screen.getState();
  const findable = useMemo(() => findables(commands, at(session, selected)), [commands, session, selected]);
  /** Done when the dialog has gone and given the focus back. */
  const chosen = useRef<(() => void) | null>(null);
  const choose = (act: () => void) => () => {
    chosen.current = act;
    onClose();
  };
  const choicesFor = (words: string) => {
    const wanted = fold(words.trim());
    const fits = findable.filter(({ names }) => names.some((name) => fold(name).includes(wanted)));
    const { found, total } = searchClaims(view, words, null, () => true);
    const parts = {
      commands: fits.slice(0, MOST_COMMANDS).map((one) =>
        commandChoice(
          one,
          choose(() => run(one.command, session, selected)),
        ),
      ),
      claims: found.map((one) =>
        claimChoice(
          one,
          choose(() => goTo(one.claim.id)),
        ),
      ),
    };
    const choices =
      asking.for === 'search' ? [...parts.claims, ...parts.commands] : [...parts.commands, ...parts.claims];
    return {
      choices,
      count: t('palette.count', { commands: fits.length, claims: total }),
    };
  };
  const goTo = (claim: Id) => {
    showClaim(session.screen, session.doc.getState().view, claim);
    session.screen.getState().hands?.focus();
  };
  return (
    <Dialog
      open
      wide
      title={t('palette.title')}
      onOpenChange={(open) => !open && onClose()}
      onClosed={() => (chosen.current ?? session.screen.getState().hands?.focus)?.()}
    >
      <ChoiceField
        label={t('palette.label')}
        placeholder={t('palette.example')}
        listLabel={t('palette.found')}
        choicesFor={choicesFor}
      />
    </Dialog>
  );
}

interface Findable {
  readonly command: Command;
  readonly title: string;
  /** In every language of the product, but for one that could not be fetched. */
  readonly names: readonly string[];
}

/** Steps are for the keyboard alone. */
function findables(commands: readonly Command[], here: At): readonly Findable[] {
  return commands
    .filter((one) => one.group !== 'steps' && one.id !== 'palette' && one.offered(here))
    .map((command) => ({
      command,
      title: command.title(wordsIn(), here),
      names: LANGUAGES.filter(({ value }) => hasWords(value)).map(({ value }) =>
        command.title(wordsIn(value), here),
      ),
    }));
}

const commandChoice = ({ command, title }: Findable, choose: () => void): Choice => ({
  id: `command-${command.id}`,
  choose,
  content: (
    <>
      <CommandIcon command={command} />
      <span>{title}</span>
      {command.keys[0] && <kbd>{shown(command.keys[0])}</kbd>}
    </>
  ),
});

const claimChoice = ({ claim, relation, under }: Found, choose: () => void): Choice => ({
  id: claim.id,
  choose,
  content: (
    <>
      <RelationSquare relation={relation} />
      <span lang={claim.language}>{claim.text}</span>
      {under && <small>{under}</small>}
    </>
  ),
});
