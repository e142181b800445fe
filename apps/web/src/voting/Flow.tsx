import { ANSWERS, swingOf, type Compared } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';

/** Each answer with its place in the flow, as bars show them. */
const SHOWN = ANSWERS.map((answer, place) => [answer, place] as const).reverse();

/** [S-17] [S-18] What the debate moved: who gained more, how many changed their vote, and who went where. */
export function Flow({ compared: { flow, paired, unpaired } }: { compared: Compared }) {
  const { t } = useTranslation('ratings');
  const { t: words } = useTranslation('voting');
  if (!flow) return <p className="quiet">{t('swing.few')}</p>;
  const { points, switched, winner } = swingOf(flow);
  const told = (one: number): string =>
    new Intl.NumberFormat(interfaceLanguage(), { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(one).replace('-', '−'); // prettier-ignore
  const won = winner === 'for' || winner === 'against' ? told(points[winner]) : '';
  return (
    <section className="flow" aria-label={t('swing.title')}>
      <h4>{winner === null ? t('swing.winner.none') : t(`swing.winner.${winner}`, { points: won })}</h4>
      <p>
        {t('swing.switched', { count: switched, all: paired })}
        {unpaired > 0 && ` ${t('swing.unpaired', { count: unpaired })}`}
      </p>
      <table>
        <caption>{t('swing.flow')}</caption>
        <thead>
          <tr>
            <td>{t('swing.from')}</td>
            {SHOWN.map(([answer]) => (
              <th key={answer} scope="col">
                {words(`poll.${answer}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN.map(([answer, from]) => (
            <tr key={answer}>
              <th scope="row">{words(`poll.${answer}`)}</th>
              {SHOWN.map(([other, to]) => (
                <td key={other} data-stayed={from === to || undefined}>
                  {flow[from]?.[to] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('swing.change')}</th>
            {SHOWN.map(([answer]) => (
              <td key={answer}>{t('swing.points', { points: told(points[answer]) })}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
