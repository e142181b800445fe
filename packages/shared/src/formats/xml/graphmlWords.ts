// What tools call things in GraphML: the format names none, so each has words of its own.

/** In the order in which they are looked for, in lower case. */
export const TEXT_NAMES = ['text', 'statement', 'content', 'label', 'name', 'title'];
export const NOTE_NAMES = ['description', 'desc', 'comment', 'comments', 'note', 'notes'];
export const KIND_NAMES = ['kind', 'type', 'nodetype', 'node_type', 'class', 'role', 'stance'];
export const RELATION_NAMES = [
  'relation', 'relationship', 'type', 'kind', 'edgetype', 'edge_type', 'stance', 'polarity', 'role', 'label', 'name', 'interaction', 'sign',
]; // prettier-ignore
export const AUTHOR_NAMES = ['author', 'creator', 'speaker', 'by'];
export const TIME_NAMES = ['created', 'date', 'timestamp', 'time'];
export const LAYOUT_NAMES = [
  'x', 'y', 'z', 'size', 'width', 'height', 'color', 'shape', 'r', 'g', 'b', 'nodegraphics', 'edgegraphics', 'portgraphics', 'portgeometry',
]; // prettier-ignore

export type EdgeRelation = 'premise' | 'conclusion' | 'support' | 'rebut' | 'undercut';

const RELATIONS: Readonly<Record<EdgeRelation, string>> = {
  premise: 'premise,premises,has premise,source,linked,joint,前提',
  conclusion: 'conclusion,concludes,has conclusion,therefore,结论',
  support: 'support,supports,supporting,supported by,pro,for,agree,agrees,confirms,reason,because,evidence,entails,implies,+,支持,赞成',
  rebut:
    'rebut,rebuts,rebuttal,attack,attacks,attacking,con,contra,against,refutes,opposes,oppose,objection,objects,disagree,disagrees,contradicts,contradiction,contrary,conflict,conflicts,undermines,undermine,-,−,–,反驳,反对,攻击',
  undercut: 'undercut,undercuts,undercutter,undercutting,削弱推理,削弱',
}; // prettier-ignore

const relationOfWord = new Map(
  Object.entries(RELATIONS).flatMap(([relation, words]) =>
    words.split(',').map((word): [string, EdgeRelation] => [word, relation as EdgeRelation]),
  ),
);

const INFERENCES = new Map<string, 'support' | 'rebut'>([
  ...'inference,inference node,ra,rule,scheme,s-node,推理'
    .split(',')
    .map((word) => [word, 'support'] as const),
  ...'conflict node,ca'.split(',').map((word) => [word, 'rebut'] as const),
]);

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

/** What an edge says, or on which side a node stands. */
export const relationIn = (word: string): EdgeRelation | undefined => relationOfWord.get(plain(word));

/** Of a node that stands for an argument and not for a claim: what it does if its edges do not say. */
export const inferenceIn = (word: string): 'support' | 'rebut' | undefined => INFERENCES.get(plain(word));

/** Words for inferences that name no scheme. */
export const namesScheme = (text: string): boolean =>
  text !== '' && !/^(default |ra$|ca$|inference$|conflict$)/i.test(text);

/** Whether it speaks for or against. */
export function sideOf(relation: EdgeRelation | undefined): 'support' | 'rebut' | undefined {
  if (relation === undefined) return undefined;
  return relation === 'rebut' || relation === 'undercut' ? 'rebut' : 'support';
}
