/** One source of a deck: an article, a bulletin, a workbook. */
export interface SourceDocument {
  /** kebab-case, unique among the sources. */
  id: string
  /** As the deck names it: 云溪区2031年统计公报. */
  title: string
  publisher?: string
  /** When it came out, in words: 2032年3月. */
  date?: string
  /** Name of its file, by which `--source` knows it: 公报.docx. */
  file?: string
  /** Id of the entry of `data/periods.ts` that it as a whole is about. Default: the one that is implied. */
  period?: string
  /** Its headings of chapters, by their ids; others it has not. Default: the titles of `data/chapters.ts`. */
  headings?: Readonly<Record<string, string>>
  /** It has none of the headings of `data/chapters.ts`: its clauses are looked for in all of it. */
  undivided?: boolean
  /** In words, why only some of its numbers are taken: the others then need no entry. */
  partial?: string
}
