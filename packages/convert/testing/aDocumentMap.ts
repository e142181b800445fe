// A map that has one of everything a document sets, for tests of what is made for people.
import { contentOf, type MapContent } from '@counterpoint/shared';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../shared/testing/aMap.ts';

const SPEECH = '主席先生，河水每年上涨。The river rises every year. 我们需要一座桥，也需要一条堤。';

export function aDocumentMap(language: 'en' | 'zh' = 'en'): MapContent {
  const builder = aMap({
    title: language === 'zh' ? '要不要修桥' : 'Should we build the bridge?',
    question: language === 'zh' ? '村里要不要修一座桥？' : 'Should the village build a bridge?',
    about: language === 'zh' ? '一次村民会议。\n分两部分。' : 'From a meeting of the village.\nIn two parts.',
    language,
  });
  const thesis = builder.thesis('We need a bridge. 我们需要一座桥。');
  const { claim, argument } = builder.support(thesis, 'The river rises every year.', { by: PARTICIPANT });
  builder.joint(argument, '桥比堤便宜。', { by: OTHER_PARTICIPANT, language: 'zh' });
  const undercut = builder.rebut(argument, 'A dike would do as well:\nline two of the claim', {
    by: OTHER_PARTICIPANT,
  });
  builder.refer(thesis, undercut.argument);
  builder.rebut(claim, 'It fell last year.');
  const { edition } = builder.source(SPEECH);
  builder.quote(claim, edition, [12, 39], PARTICIPANT);
  builder.quote(thesis, edition, [41, 48]);
  builder.quote(claim, edition, [5, 11]);
  builder.comment(claim, 'By how much?');
  let deep = builder.support(thesis, 'A second reason').claim;
  for (let i = 1; i < 22; i++) deep = builder.rebut(deep, `Deeper, level ${i}`).claim;
  builder.edit({ kind: 'remove', id: builder.rebut(thesis, 'Taken back').claim });
  return contentOf(builder.map);
}
