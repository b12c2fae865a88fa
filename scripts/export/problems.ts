/** Something that makes the exported files unfit to hand on. */
export interface Problem {
  /** The deck's number of the slide; undefined where it concerns the whole deck or could not be told. */
  slide?: number
  message: string
}

/** What the reader sees of a slide: its number in the deck and its title. */
export interface SlideName {
  no: number
  /** Empty for a slide without a heading. */
  title: string
}

/**
 * One line a problem, in the order of the slides; the same thing is said once, also where a component that shows its
 * error has written it to the console as well.
 */
export function describeProblems(problems: readonly Problem[], slides: readonly SlideName[]): string[] {
  const echoes = (echo: Problem): boolean =>
    problems.some(
      ({ slide, message }) => slide === echo.slide && message !== echo.message && echo.message.endsWith(`：${message}`),
    )
  const ordered = problems
    .filter(problem => !echoes(problem))
    .sort((a, b) => (a.slide ?? Infinity) - (b.slide ?? Infinity))
  return [...new Set(ordered.map(({ slide, message }) => `${place(slide, slides)}：${message}`))]
}

function place(no: number | undefined, slides: readonly SlideName[]): string {
  if (no === undefined) return '整个文稿'
  const title = slides.find(slide => slide.no === no)?.title
  return title ? `第 ${no} 页《${title}》` : `第 ${no} 页`
}
