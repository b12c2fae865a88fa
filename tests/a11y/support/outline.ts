/** A slide as those hear it who do not see it. */
export interface SlideOutline {
  no: number
  /** Its id on the print page: `007-02` is slide 7 after its first click. */
  name: string
  headings: { level: number; text: string }[]
  /**
   * Charts: their description, the text that is drawn in them, pieces parted by spaces, and the colours they fill and
   * outline with.
   */
  charts: { label: string; text: string; fills: string[]; strokes: string[] }[]
  images: { alt: string | null; caption: string; file: string; inFigure: boolean }[]
  /** Drawings that are neither described nor hidden. */
  drawings: string[]
  headerCells: number
}

/** Reads every slide of the print page. Runs in the page: it may use nothing from outside of itself. */
export function readSlides(): SlideOutline[] {
  const spoken = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return [...document.querySelectorAll<HTMLElement>('[data-slidev-no]')].map((slide): SlideOutline => {
    const all = <T extends Element>(selector: string): T[] =>
      [...slide.querySelectorAll<T>(selector)].filter(
        element => element.checkVisibility() && !element.closest('[aria-hidden=true]'),
      )
    return {
      no: Number(slide.dataset.slidevNo),
      name: slide.closest('.print-slide-container')!.id,
      headings: all('h1, h2, h3, h4, h5, h6').map(heading => ({
        level: Number(heading.tagName.slice(1)),
        text: spoken(heading),
      })),
      charts: all('svg[role=img]').map(svg => ({
        label: svg.getAttribute('aria-label') ?? '',
        text: [...svg.querySelectorAll('text')].map(spoken).join(' '),
        fills: [...svg.querySelectorAll('[fill]')].map(shape => shape.getAttribute('fill')!),
        strokes: [...svg.querySelectorAll('[stroke]')].map(shape => shape.getAttribute('stroke')!),
      })),
      images: all<HTMLImageElement>('img').map(image => ({
        alt: image.getAttribute('alt'),
        caption: spoken(image.closest('figure')?.querySelector('figcaption') ?? document.createElement('p')).replace(
          '（示意图）',
          '',
        ),
        file: decodeURI(image.src).replace(/^.*\//, ''),
        inFigure: image.closest('figure') !== null,
      })),
      drawings: all('svg:not([role=img])')
        .filter(svg => !svg.parentElement!.closest('svg'))
        .map(svg => svg.outerHTML.slice(0, 80)),
      headerCells: all('th').length,
    }
  })
}

/** A description that begins by naming the sort of chart says what it is, not what it shows. */
const BARE_TYPE = /^\S{0,10}图(?:[：:，,。]|$)/

/** Whether a text prints a number, and not a longer one that ends in it. */
function prints(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.])${number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(text)
}

/** What a rule finds, by slide. */
export function bySlide(
  slides: readonly SlideOutline[],
  rule: (slide: SlideOutline) => string[],
): Record<string, string[]> {
  return Object.fromEntries(
    slides.map(slide => [slide.name, rule(slide)] as const).filter(([, found]) => found.length > 0),
  )
}

/** A slide begins with its one title, and skips no level below it. */
export function titleFaults({ headings }: SlideOutline): string[] {
  return [
    ...(headings[0] ? [] : ['no title']),
    ...headings
      .filter(({ level, text }, index) => index > 0 && level <= headings[0]!.level && text)
      .map(({ text }) => `a second title: ${text}`),
    ...headings
      .filter(({ level }, index) => index > 0 && level > headings[index - 1]!.level + 1)
      .map(({ text }) => `skips a level: ${text}`),
    ...headings.filter(({ text }) => !text).map(({ level }) => `an empty h${level}`),
  ]
}

/**
 * Slides read as one document: one that opens a part has an h1, and a slide of a chapter stands below it. Bookmarks
 * list the openings of parts.
 * @param frontmatter of all slides of the deck
 */
export function levelFaults(
  slides: readonly SlideOutline[],
  frontmatter: readonly Record<string, unknown>[],
): Record<string, string[]> {
  let above = 0
  return bySlide(slides, ({ no, headings }) => {
    const skips = headings.filter(({ level }) => {
      const skipping = level > above + 1
      above = level
      return skipping
    })
    const { layout, chapter } = frontmatter[no - 1]!
    const [title] = headings
    const opens = layout === 'cover' || layout === 'chapter' || layout === 'end'
    return [
      ...skips.map(({ text }) => `skips a level of the document: ${text}`),
      ...(opens && title?.level !== 1 ? [`${String(layout)} with h${title?.level}`] : []),
      ...(chapter && !opens && layout !== 'appendix' && title?.level !== 2
        ? [`a page of a chapter with h${title?.level}`]
        : []),
    ]
  })
}

/**
 * A chart is described by what it shows, with each number that it prints.
 * @param numbers as the deck's formatter prints them
 */
export function chartFaults({ charts }: SlideOutline, numbers: readonly string[]): string[] {
  return charts.flatMap(({ label, text }) => {
    const shown = numbers.filter(number => prints(text, number))
    return [
      ...(label ? [] : [`no description: ${text}`]),
      ...(BARE_TYPE.test(label) ? [`begins with the sort of chart: ${label}`] : []),
      ...(shown.length > 0 ? [] : [`no figure in: ${text}`]),
      ...shown.filter(number => !prints(label, number)).map(number => `${number} is missing in: ${label}`),
    ]
  })
}

/** A picture is described, other than by its caption or file; ornaments are marked as such. */
export function pictureFaults({ images, drawings }: SlideOutline): string[] {
  return [
    ...images.flatMap(({ alt, caption, file, inFigure }) => {
      if (alt === null || (inFigure && !alt)) return [`no description: ${file}`]
      return alt && (alt === caption || file.includes(alt)) ? [`says no more than its caption or file: ${alt}`] : []
    }),
    ...drawings.map(markup => `neither a picture with a description nor hidden: ${markup}`),
  ]
}
