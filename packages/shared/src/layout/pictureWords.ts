// What pictures say beyond the words that documents use, in the map's language.
export interface PictureWords {
  readonly andAlso: string;
  /** Between who or what speaks and the words. */
  readonly says: string;
  /** What a number in a pill counts. */
  readonly folded: string;
}

const en: PictureWords = { andAlso: 'and also', says: ': ', folded: 'Claims not shown' };
const zh: PictureWords = { andAlso: '并且', says: '：', folded: '收起的主张' };

export const pictureWordsFor = (language: string): PictureWords => (/^zh\b/.test(language) ? zh : en);
