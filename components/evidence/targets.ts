import { findFigure } from 'virtual:huibao/deck'
import { spoken } from '../charts/value-label.ts'

/** Where figures can be asked for their evidence: the slide that is shown, and the page to read. Not on thumbnails. */
export const SCOPE = '#slide-container, .hb-reading'

const LAYER = 'hb-evidence-spots'
/** Least side in px of what a finger hits, and how far it may miss even what is larger. */
const FINGER = 44
const SLIP = 10
/** What `armFigures` makes of a figure. */
const BUTTON = '[role=button][aria-haspopup=dialog]'

/** The figures in scope that can be seen, those drawn in charts among them. */
function visibleFigures(): Element[] {
  return [...document.querySelectorAll(SCOPE)]
    .flatMap(scope => [...scope.querySelectorAll('[data-figure]')])
    .filter(element => !element.closest(`.${LAYER}`) && findFigure(idOf(element)) && isVisible(element))
}

/** What `checkVisibility` says in newer browsers: drawn, and neither hidden nor clear, nor within what is clear. */
function isVisible(element: Element): boolean {
  if (element.getClientRects().length === 0 || getComputedStyle(element).visibility !== 'visible') return false
  for (let each: Element | null = element; each; each = each.parentElement)
    if (getComputedStyle(each).opacity === '0') return false
  return true
}

/** The id of the figure that an element shows. */
export function idOf(element: Element): string {
  return element.closest('[data-figure]')?.getAttribute('data-figure') ?? ''
}

/** The name under which assistive technology knows a figure's button: what can be read there, and what it is of. */
export function nameOf(element: Element): string {
  const said = spoken(findFigure(idOf(element))!)
  const read = element.textContent!.replace(/\s+/g, ' ').trim()
  // A large number says its label itself, and may say it in other words.
  const whole = element.matches('.hb-number') ? read : said.includes(read) ? said : `${read}，${said}`
  return `${whole}，查看依据`
}

/** The figure nearest to a point, as far as a finger may miss it. */
export function figureNear(x: number, y: number): Element | undefined {
  const slip = (side: number): number => Math.max(SLIP, (FINGER - side) / 2)
  return visibleFigures()
    .map(element => ({ element, box: element.getBoundingClientRect() }))
    .filter(
      ({ box: { left, right, top, bottom, width, height } }) =>
        width > 0 &&
        x >= left - slip(width) &&
        x <= right + slip(width) &&
        y >= top - slip(height) &&
        y <= bottom + slip(height),
    )
    .sort((a, b) => distance(a.box, x, y) - distance(b.box, x, y))[0]?.element
}

function distance({ left, right, top, bottom }: DOMRect, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

function button(element: Element): void {
  element.setAttribute('role', 'button')
  element.setAttribute('tabindex', '0')
  element.setAttribute('aria-haspopup', 'dialog')
  element.setAttribute('aria-label', nameOf(element))
}

function plain(element: Element): void {
  for (const name of ['role', 'tabindex', 'aria-haspopup', 'aria-label']) element.removeAttribute(name)
}

/** A drawing is one picture to assistive technology; its figures get buttons over it, one each. */
function spotsOver(box: HTMLElement, marks: readonly Element[]): void {
  const layer =
    box.querySelector(`:scope > .${LAYER}`) ??
    box.appendChild(Object.assign(document.createElement('div'), { className: LAYER }))
  const room = box.getBoundingClientRect()
  // Slides are scaled as a whole: boxes come in pixels of the screen, styles in those of the canvas.
  const scale = room.width / box.offsetWidth || 1
  const ids = [...new Set(marks.map(idOf))]
  const spots = [...layer.children] as HTMLElement[]
  spots.slice(ids.length).forEach(spot => spot.remove())
  ids.forEach((id, index) => {
    const boxes = marks
      .filter(mark => idOf(mark) === id)
      .map(mark => mark.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 || height > 0)
    const spot = spots[index] ?? layer.appendChild(document.createElement('span'))
    const [left, top] = [Math.min(...boxes.map(each => each.left)), Math.min(...boxes.map(each => each.top))]
    const [right, bottom] = [Math.max(...boxes.map(each => each.right)), Math.max(...boxes.map(each => each.bottom))]
    const px = (value: number): string => `${Math.round(value / scale)}px`
    Object.assign(spot.style, {
      left: px(left - room.left),
      top: px(top - room.top),
      width: px(right - left),
      height: px(bottom - top),
    })
    spot.setAttribute('data-figure', id)
    button(spot)
  })
}

let armed: Element[] = []

/**
 * Makes a button of every figure that can be seen, in the order of the slide; those of before cease to be ones.
 * @returns the buttons
 */
export function armFigures(): HTMLElement[] {
  const figures = visibleFigures()
  const [drawn, written] = [
    figures.filter(element => element.closest('svg')),
    figures.filter(element => !element.closest('svg')),
  ]
  // A row of a table stays a row: its number is the button. Of figures in one another the outermost is, unless there is
  // a link in it, which no button may hold.
  const texts = written
    .filter(
      element =>
        !element.matches('tr, a, span.hb-reference') && !element.parentElement!.closest('[data-figure]:not(tr)'),
    )
    .map(element => (element.querySelector('a') ? (element.querySelector('[data-number=value]') ?? element) : element))
  armed.filter(element => !texts.includes(element)).forEach(plain)
  texts.forEach(button)
  armed = texts
  const boxes = [...new Set(drawn.flatMap(mark => mark.closest<HTMLElement>('.hb-chart-box') ?? []))]
  document.querySelectorAll(`.${LAYER}`).forEach(layer => boxes.includes(layer.parentElement!) || layer.remove())
  boxes.forEach(box =>
    spotsOver(
      box,
      drawn.filter(mark => box.contains(mark)),
    ),
  )
  return [...document.querySelectorAll<HTMLElement>(SCOPE)].flatMap(scope => [
    ...scope.querySelectorAll<HTMLElement>(BUTTON),
  ])
}
