// [A2] Made-up names: a colour and an animal. None of them says anything good or bad of who bears it.
import { skeleton } from './lookalikes.ts';
import type { Participant } from './tables/participants.ts';

interface People {
  readonly participants: { values(): Iterable<Participant> };
}

interface Words {
  readonly colours: readonly string[];
  readonly animals: readonly string[];
  readonly join: (colour: string, animal: string) => string;
}

const ZH: Words = {
  colours: '青 蓝 紫 绿 红 橙 金 银 靛 碧 翠 绯 丹 朱 苍 墨 素 杏 茜 黛 绛 赭 缃 皓'.split(' '),
  animals: (
    '鹭 鹤 雁 燕 鹰 鸽 鹿 狐 鲸 鹃 鸥 雀 隼 雉 鹮 鲤 豚 獭 貂 麝 鲈 鹳 鸢 凫 ' +
    '松鼠 海豹 羚羊 熊猫 骆驼 蜻蜓 海马 鲟鱼 企鹅 刺猬 考拉 袋鼠 猞猁 戴胜 天鹅 河狸'
  ).split(' '),
  join: (colour, animal) => `${colour}${animal}`,
};

const EN: Words = {
  colours: [
    'Amber', 'Azure', 'Blue', 'Bronze', 'Cobalt', 'Copper', 'Coral', 'Crimson', 'Emerald', 'Golden', 'Green', 'Indigo',
    'Ivory', 'Jade', 'Lilac', 'Maroon', 'Olive', 'Orange', 'Pearl', 'Purple', 'Russet', 'Scarlet', 'Silver', 'Teal',
  ],
  animals: [
    'Badger', 'Beaver', 'Bison', 'Camel', 'Crane', 'Deer', 'Dolphin', 'Eagle', 'Egret', 'Falcon', 'Finch', 'Fox', 'Gazelle',
    'Hare', 'Hawk', 'Hedgehog', 'Heron', 'Ibex', 'Kestrel', 'Kingfisher', 'Koala', 'Lark', 'Lynx', 'Magpie', 'Marten',
    'Moose', 'Newt', 'Orca', 'Otter', 'Owl', 'Panda', 'Pelican', 'Penguin', 'Puffin', 'Quail', 'Robin', 'Seal', 'Stork',
    'Swallow', 'Swan',
  ],
  join: (colour, animal) => `${colour} ${animal}`,
}; // prettier-ignore

const wordsIn = (language: string): Words => (/^zh\b/i.test(language) ? ZH : EN);

/** How many made-up names a language has before they are numbered. */
export const pseudonymsIn = (language: string): number => {
  const { colours, animals } = wordsIn(language);
  return colours.length * animals.length;
};

/** As names are told apart by who reads them: nobody's looks like another's. */
const keyOf = (name: string): string => skeleton(name.toLowerCase());

/** Tries before it is counted which names are left. */
const TRIES = 20;

type Named = People & { readonly info: { readonly language: string } };

/** [A2] A made-up name in the map's language that nobody there bears; `below` answers a random number from 0 to below its argument. */
export const newPseudonym = (map: Named, below: (most: number) => number): string =>
  newPseudonyms(map, below).next().value;

/** One after another, for many who come at once: nobody bears the name of another of them. */
export function* newPseudonyms(
  { info: { language }, participants }: Named,
  below: (most: number) => number,
): Generator<string, never> {
  const borne = new Set([...participants.values()].map(({ name }) => keyOf(name)));
  for (;;) {
    const name = drawn(wordsIn(language), borne, below);
    borne.add(keyOf(name));
    yield name;
  }
}

function drawn(
  { colours, animals, join }: Words,
  borne: ReadonlySet<string>,
  below: (most: number) => number,
): string {
  const one = (list: readonly string[]): string => list[below(list.length)] ?? '';
  for (let i = 0; i < TRIES; i++) {
    const name = join(one(colours), one(animals));
    if (!borne.has(keyOf(name))) return name;
  }
  const all = colours.flatMap((colour) => animals.map((animal) => join(colour, animal)));
  for (let number = 1; ; number++) {
    const left = all
      .map((name) => (number === 1 ? name : `${name} ${number}`))
      .filter((name) => !borne.has(keyOf(name)));
    if (left.length > 0) return one(left);
  }
}
