/** A slide as those hear it who do not see it. */
export interface SlideOutline {
  no: number
  headings: { level: number, text: string }[]
  /** Charts: their description, the text that is drawn in them, pieces parted by spaces, and the colours they fill and outline with. */
  charts: { label: string, text: string, fills: string[], strokes: string[] }[]
  images: { alt: string | null, caption: string, file: string, inFigure: boolean }[]
  /** Drawings that are neither described nor hidden. */
  drawings: string[]
  headerCells: number
}

/** Reads every slide of the print page. Runs in the page: it may use nothing from outside of itself. */
export function readSlides(): SlideOutline[] {
  const spoken = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return [...document.querySelectorAll<HTMLElement>('[data-slidev-no]')].map((slide): SlideOutline => {
    const all = <T extends Element>(selector: string): T[] => [...slide.querySelectorAll<T>(selector)].filter(element => element.checkVisibility() && !element.closest('[aria-hidden=true]'))
    return {
      no: Number(slide.dataset.slidevNo),
      headings: all('h1, h2, h3, h4, h5, h6').map(heading => ({ level: Number(heading.tagName.slice(1)), text: spoken(heading) })),
      charts: all('svg[role=img]').map(svg => ({
        label: svg.getAttribute('aria-label') ?? '',
        text: [...svg.querySelectorAll('text')].map(spoken).join(' '),
        fills: [...svg.querySelectorAll('[fill]')].map(shape => shape.getAttribute('fill')!),
        strokes: [...svg.querySelectorAll('[stroke]')].map(shape => shape.getAttribute('stroke')!),
      })),
      images: all<HTMLImageElement>('img').map(image => ({
        alt: image.getAttribute('alt'),
        caption: spoken(image.closest('figure')?.querySelector('figcaption') ?? document.createElement('p')).replace('（示意图）', ''),
        file: decodeURI(image.src).replace(/^.*\//, ''),
        inFigure: image.closest('figure') !== null,
      })),
      drawings: all('svg:not([role=img])').filter(svg => !svg.parentElement!.closest('svg')).map(svg => svg.outerHTML.slice(0, 80)),
      headerCells: all('th').length,
    }
  })
}
