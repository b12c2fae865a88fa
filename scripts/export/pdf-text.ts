import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { nodeModule } from '../../model/engine.ts'
import type { LayoutSnapshot, Piece } from '../check/layout/facts.ts'
import type { Problem } from './problems.ts'

/**
 * The text of each page of a PDF, as it is found and copied there.
 * @param bytes are not changed
 */
export async function readPdfText(bytes: Uint8Array): Promise<string[]> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })).text
}

/** What garbage the reader leaves is collected in fewer and larger lots: megabytes. */
const YOUNG = 64

/** The same in a thread of its own, which gets ready beside other work. */
export class PdfTextReader {
  readonly #worker = new Worker(nodeModule(new URL('./pdf-text-worker.ts', import.meta.url)), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
  readonly #answer = once(this.#worker, 'message') as Promise<[string[]]>

  constructor() {
    // Nobody may ask for an answer.
    this.#answer.catch(() => {})
  }

  /** Reads the one PDF that it is there for, which is not changed. */
  async read(bytes: Uint8Array): Promise<string[]> {
    this.#worker.postMessage(bytes)
    const [texts] = await this.#answer
    return texts
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate()
  }
}

/** What of a text is compared: style sheets change its case, and typography its spaces and forms. */
export function charactersOf(text: string): string[] {
  return [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, ''),
  ]
}

/**
 * The texts of a slide that the page of a PDF does not have, in whatever order it has them.
 * @param pieces what is seen on the slide
 * @param page the text of the page
 */
export function missingFrom<T extends { text: string }>(pieces: readonly T[], page: string): T[] {
  const rest = new Map<string, number>()
  const change = (character: string, by: number): void => void rest.set(character, (rest.get(character) ?? 0) + by)
  for (const character of charactersOf(page)) change(character, -1)
  for (const { text } of pieces) for (const character of charactersOf(text)) change(character, 1)
  // Those that consist of nothing but what is missing: which of two like ones it is, no order tells.
  return pieces.filter(({ text }) => {
    const characters = charactersOf(text)
    const needed = Map.groupBy(characters, character => character)
    const missing =
      characters.length > 0 && [...needed].every(([character, { length }]) => (rest.get(character) ?? 0) >= length)
    if (missing) characters.forEach(character => change(character, -1))
    return missing
  })
}

/** Tells which texts of the slides have become pictures, or nothing, in their PDF. */
export function findLostText(layouts: readonly LayoutSnapshot[], pages: readonly string[]): Problem[] {
  return layouts.flatMap(({ no, pieces }, index) =>
    [
      ...Map.groupBy(
        missingFrom<Piece>(pieces, pages[index] ?? ''),
        ({ element, flow }) => `${flow} ${element}`,
      ).values(),
    ].map(lost => ({
      slide: no,
      message:
        `“${lost
          .map(({ text }) => text)
          .join('')
          .trim()}”（${lost[0]!.element}）在 PDF 里成了图片，不能查找、复制和朗读；` +
        '多半是它或它外面的元素用了滤镜（filter、backdrop-filter）、遮罩或混合，请去掉',
    })),
  )
}
