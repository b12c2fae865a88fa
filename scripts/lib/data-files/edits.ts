import type { DataModule, Node } from './syntax.ts'

interface Edit {
  start: number
  end: number
  text: string
}

/** Changes of the texts of data files, by their places in these. */
export class Edits {
  readonly #edits = new Map<DataModule, Edit[]>()

  /** Puts a text in the place of another. */
  replace(module: DataModule, start: number, end: number, text: string): void {
    this.#edits.set(module, [...(this.#edits.get(module) ?? []), { start, end, text }])
  }

  /** Puts a text somewhere; what is put at one place stands in the order in which it is put there. */
  insert(module: DataModule, at: number, text: string): void {
    this.replace(module, at, at, text)
  }

  /** The texts of the files that are changed, by their paths. */
  texts(): Map<string, string> {
    return new Map([...this.#edits].map(([module, edits]) => [module.file, applied(module.text, edits)]))
  }
}

function applied(text: string, edits: readonly Edit[]): string {
  let done = 0
  let result = ''
  for (const { start, end, text: fresh } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    // What stands within something that goes, goes with it.
    if (start < done) continue
    result += text.slice(done, start) + fresh
    done = end
  }
  return result + text.slice(done)
}

/** The spaces at the beginning of the line of a place. */
export function indentAt({ text }: DataModule, at: number): string {
  const begin = text.lastIndexOf('\n', at - 1) + 1
  return /^[ \t]*/.exec(text.slice(begin))![0]
}

/** Columns of the line of a place that stand before it. */
export function columnAt({ text }: DataModule, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1)
}

/** Whether a node stands on one line. */
export function isOnOneLine({ text }: DataModule, { start, end }: Node): boolean {
  return !text.slice(start, end).includes('\n')
}

/** Whether there are comments in a node. */
export function hasComments({ comments }: DataModule, { start, end }: Node): boolean {
  return comments.some(comment => comment.start > start && comment.end < end)
}

/** Where an item of a list ends together with its comma; `comma` is whether it has one. */
export function itemEnd({ text, comments }: DataModule, { end }: Node): { end: number; comma: boolean } {
  let at = end
  for (;;) {
    const comment = comments.find(each => each.start === at)
    if (comment) at = comment.end
    else if (/\s/.test(text[at] ?? '')) at += 1
    else return text[at] === ',' ? { end: at + 1, comma: true } : { end, comma: false }
  }
}

/** The end of a line's comment that begins behind a place on its line; the place itself where there is none. */
export function afterComment({ text, comments }: DataModule, at: number): number {
  const comment = comments.find(each => each.start >= at && !/\S|\n/.test(text.slice(at, each.start)))
  return comment && /^\s*?(?:\n|$)/.test(text.slice(comment.end)) ? comment.end : at
}
