// The tree of tags of the text pages: headings and paragraphs side by side, the outline as lists within lists.
import type { Block } from './pdfFlow.ts';
import type { PdfFile, Tag } from './pdfFile.ts';

interface Level {
  readonly list: Tag;
  item: Tag;
  /** Of the present item; made when something goes into it. */
  body: Tag | undefined;
}

export class PdfTags {
  private readonly levels: Level[] = [];

  constructor(private readonly file: PdfFile) {}

  /** The tag for the content of a block, at its place in the tree. Whoever fills it ends it, unless it is LBody. */
  tagFor({ tag, depth, language }: Block): Tag {
    const made = this.file.struct(tag, language === undefined ? {} : { lang: language });
    if (depth === null) {
      this.closeTo(0);
      this.file.root.add(made);
    } else if (tag === 'Lbl') {
      this.itemAt(depth).add(made);
    } else {
      const level = this.levels.at(-1);
      if (!level) throw new Error('a body needs an item');
      if (tag === 'LBody' && !level.body) {
        level.item.add(made);
        level.body = made;
      } else this.bodyOf(level).add(made);
    }
    return made;
  }

  /** Ends all lists. */
  close(): void {
    this.closeTo(0);
  }

  private itemAt(depth: number): Tag {
    this.closeTo(depth + 1);
    const item = this.file.struct('LI');
    const level = this.levels.at(-1);
    if (level && this.levels.length === depth + 1) {
      endItem(level);
      level.list.add(item);
      level.item = item;
      level.body = undefined;
    } else {
      const list = this.file.struct('L');
      (level ? this.bodyOf(level) : this.file.root).add(list);
      list.add(item);
      this.levels.push({ list, item, body: undefined });
    }
    return item;
  }

  private bodyOf(level: Level): Tag {
    if (level.body) return level.body;
    level.body = this.file.struct('LBody');
    level.item.add(level.body);
    return level.body;
  }

  private closeTo(count: number): void {
    while (this.levels.length > count) {
      const level = this.levels.pop();
      if (level) {
        endItem(level);
        level.list.end();
      }
    }
  }
}

function endItem({ item, body }: Level): void {
  body?.end();
  item.end();
}
