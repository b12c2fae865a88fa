/** Where marked content begins and ends, as Chromium writes it: each on a line of its own, none within another. */
const MARKS = /^(\/\w+ <<\/MCID \d+ >>BDC|EMC)\n/m
/** A mark's tag and number. */
const BEGINNING = /^\/(\w+) <<\/MCID (\d+) >>/
/** Operators that paint, each at the end of its line. */
const PAINTS = /(?:^|\s)(f\*?|F|S|s|B\*?|b\*?|sh|Do|Tj|TJ)$/gm
/** What draws more than lines and areas. */
const RICHER = /^(?:Do|Tj|TJ)$/
/** An object that is drawn. */
const DRAWN = /^\/(\w+) Do$/gm

/** A part of a content stream. */
interface Part {
  content: string
  /** Tag and number of what it is marked as; undefined where it is not marked. */
  mark?: { tag: string; id: number }
}

/** What is known of the objects around a content stream. */
export interface Surroundings {
  /** Whether an object that it draws has marked content itself. */
  isMarked: (name: string) => boolean
  /** Whether what is marked with this number may be taken out of the tags. */
  isReleasable: (id: number) => boolean
}

/**
 * Marks as artifacts what a content stream paints without a tag, and grounds and rules: what stands under a tag without
 * a meaning, `NonStruct`, and is made of lines and areas alone.
 * @returns the stream, and the numbers that are in it no more; undefined where it is not written as Chromium writes
 */
export function markArtifacts(
  content: string,
  { isMarked, isReleasable }: Surroundings,
): { content: string; released: number[] } | undefined {
  const parts = partsOf(content)
  if (!parts) return undefined
  const released: number[] = []
  const marked = parts.map(({ content, mark }) => {
    const paints = [...content.matchAll(PAINTS)].map(([, operator]) => operator!)
    if (!mark) {
      const isOwn = [...content.matchAll(DRAWN)].some(([, name]) => isMarked(name!))
      return paints.length === 0 || isOwn ? content : artifact(content)
    }
    const isGround = mark.tag === 'NonStruct' && paints.length > 0 && !paints.some(each => RICHER.test(each))
    if (!isGround || !isReleasable(mark.id)) return `/${mark.tag} <</MCID ${mark.id} >>BDC\n${content}EMC\n`
    released.push(mark.id)
    return artifact(content)
  })
  return { content: marked.join(''), released }
}

function artifact(content: string): string {
  return `/Artifact BMC\n${content}${content.endsWith('\n') ? '' : '\n'}EMC\n`
}

/**
 * A content stream by its marks; undefined where lines cannot be trusted to be operators, where marks stand within
 * others, or where a mark would part the beginning of a text from its end.
 */
function partsOf(content: string): Part[] | undefined {
  // Texts are written as numbers of glyphs, in <>; whatever is in () might look like an operator.
  if (/[()]|\bBI\b/.test(content)) return undefined
  const pieces = content.split(MARKS)
  const parts: Part[] = []
  let mark: Part['mark']
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) {
      const [, tag, id] = BEGINNING.exec(piece) ?? []
      if ((mark === undefined) === (tag === undefined)) return undefined
      mark = tag === undefined ? undefined : { tag, id: Number(id) }
    } else if (count(piece, /^BT$/gm) !== count(piece, /^ET$/gm)) return undefined
    else if (piece !== '' || mark) parts.push({ content: piece, ...(mark && { mark }) })
  }
  return mark ? undefined : parts
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
