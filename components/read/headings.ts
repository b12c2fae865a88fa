/** The part of an element that the levels of headings depend on. */
export type Heading = Pick<HTMLElement, 'tagName' | 'setAttribute'>

/**
 * Levels of headings that follow each other on one page. On slides the deck's title and those of chapters are both of
 * the first level; here the first heading alone is, all others are one lower than their tags say, and none skips a
 * level.
 * @param tags such as `H2`, in reading order
 */
export function headingLevels(tags: readonly string[]): number[] {
  let before = 0
  return tags.map((tag, index) => {
    before = index === 0 ? 1 : Math.min(Number(tag.slice(1)) + 1, before + 1)
    return before
  })
}

/**
 * Tells screen readers, and the tags of a printed PDF, the levels that headings have on this page. The markup stays as
 * it is: it belongs to the slides.
 */
export function levelHeadings(headings: readonly Heading[]): void {
  headingLevels(headings.map(({ tagName }) => tagName)).forEach((level, index) =>
    headings[index]!.setAttribute('aria-level', String(level)),
  )
}
