const STYLE = `
html, body, #page-root > * { background: none !important }
html, body { overflow: hidden !important }
.print-slide-container { margin: 0 0 24px !important; position: relative; break-after: auto !important }
/* Charts go on to have their size. */
.print-slide-container.review-away { position: absolute !important; left: -100000px }
.review-box { position: absolute; z-index: 1000; border: 6px solid #b06a00; border-radius: 8px;
  pointer-events: none }
`
const BOX = 'review-box'
/** Room between a number and the box around it. */
const ROOM = 10

/**
 * Shows some slides of the print page and hides the others, with a box around each place that prints one of the
 * figures.
 * @returns how wide a slide is, and how high those that are shown are together; undefined as long as there are none
 */
export function showSlides(
  page: Document,
  numbers: readonly number[],
  figures: readonly string[],
): { width: number; height: number } | undefined {
  const slides = [...page.querySelectorAll<HTMLElement>('.print-slide-container')]
  if (slides.length === 0) return undefined
  if (!page.getElementById('review-style')) {
    const style = page.createElement('style')
    style.id = 'review-style'
    style.textContent = STYLE
    page.head.append(style)
  }
  const shown = slides.filter(slide => numbers.includes(Number.parseInt(slide.id)))
  for (const slide of slides) slide.classList.toggle('review-away', !shown.includes(slide))
  for (const slide of slides) mark(slide, shown.includes(slide) ? figures : [])
  const bottoms = shown.map(slide => slide.getBoundingClientRect().bottom + page.defaultView!.scrollY)
  return { width: slides[0]!.offsetWidth, height: Math.max(0, ...bottoms) }
}

function mark(slide: HTMLElement, figures: readonly string[]): void {
  const found = figures.flatMap(id => [...slide.querySelectorAll<HTMLElement>(`[data-figure="${CSS.escape(id)}"]`)])
  const own = slide.getBoundingClientRect()
  const boxes = found
    .map(element => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, width, height }) =>
      [left - own.left - ROOM, top - own.top - ROOM, width + 2 * ROOM, height + 2 * ROOM].map(Math.round).join(),
    )
  const wanted = [...new Set(boxes)].join(' ')
  if ((slide.dataset.boxes ?? '') === wanted) return
  slide.dataset.boxes = wanted
  slide.querySelectorAll(`.${BOX}`).forEach(box => box.remove())
  for (const each of wanted.split(' ').filter(Boolean)) {
    const [left, top, width, height] = each.split(',')
    const box = slide.ownerDocument.createElement('div')
    box.className = BOX
    box.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`
    slide.append(box)
  }
}
