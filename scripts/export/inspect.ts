import type { Page } from 'playwright-chromium'
import type { LayoutSnapshot } from '../check/layout/facts.ts'
import { clipped } from '../check/layout/rules/clipped.ts'
import { BODY, outside } from '../check/layout/rules/outside.ts'
import { unseen } from '../check/layout/rules/unseen.ts'
import { findUnseen } from '../check/layout/unseen.ts'
import { callModule } from '../lib/page-modules.ts'
import { oneLine, safeDecode } from '../lib/text.ts'
import type { Problem, SlideName } from './problems.ts'

/** One page of the exported files: a slide, or one click state of it. */
export interface SlideSnapshot extends SlideName {
  /** The id of its element on the print page. */
  id: string
  /** How often has been clicked on this slide. */
  clicks: number
  /** Level of the heading that the title is from: 1 begins a chapter. 0 for a slide without a heading. */
  level: number
  /** Size in CSS pixels. */
  width: number
  height: number
  /** Ids of the photo slots that show their drawn scene, for want of a photo. */
  waiting: string[]
}

/** What is on the print page, in its order. */
export interface Inspected {
  snapshots: SlideSnapshot[]
  /** The same slides as the check sees them. */
  layouts: LayoutSnapshot[]
  problems: Problem[]
}

/**
 * What is on the print page, in its order, and what is wrong with it as far as the elements tell. Of what has no room
 * it says what the check says.
 */
export async function inspectSlides(page: Page): Promise<Inspected> {
  const raw = await page.evaluate(readSlides)
  const snapshots = raw.map(({ faults, brokenImages, ...snapshot }) => ({
    ...snapshot,
    title: oneLine(snapshot.title),
  }))
  const measured = await callModule<LayoutSnapshot[]>(page, 'scripts/check/layout/page/collect.ts', 'collectPrinted')
  const layouts = await findUnseen(page, measured)
  const problems = raw.flatMap(({ no, faults, brokenImages }) =>
    [...faults, ...brokenImages.map(address => `图片显示不出来：${safeDecode(address)}`)].map(message => ({
      slide: no,
      message,
    })),
  )
  const leaving = layouts.flatMap(layout =>
    [outside, clipped, unseen]
      .flatMap(({ judge }) => judge(layout))
      .map(({ element, text, measured, advice }) => ({
        slide: layout.no,
        message: `${subject(element, text)}${measured}，${advice}`,
      })),
  )
  return { snapshots, layouts, problems: [...problems, ...leaving] }
}

/** What a problem is about; that of the body says it itself. */
function subject(element: string, text: string): string {
  if (text === BODY) return ''
  return /^（.*）$/.test(text) ? `${element} ` : `“${text}”（${element}）`
}

interface RawSnapshot extends SlideSnapshot {
  /** Sentences. */
  faults: string[]
  /** Addresses as they stand in the page. */
  brokenImages: string[]
}

/* Runs in the page: may use nothing from outside of itself. */
function readSlides(): RawSnapshot[] {
  const shown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const overlaps = (a: DOMRect, b: DOMRect): boolean =>
    a.width > 0 && a.height > 0 && a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

  const paints = (element: Element, frame: DOMRect): boolean => {
    if (!shown(element)) return false
    const range = document.createRange()
    const text = [...element.childNodes].some(node => {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return false
      range.selectNodeContents(node)
      return overlaps(range.getBoundingClientRect(), frame)
    })
    if (text) return true
    const drawn = element.matches(
      'img, video, canvas, iframe, object, svg :is(path, rect, circle, ellipse, line, polyline, polygon, image, use)',
    )
    const picture = drawn || getComputedStyle(element).backgroundImage !== 'none'
    return (
      picture &&
      !(element instanceof HTMLImageElement && element.naturalWidth === 0) &&
      overlaps(element.getBoundingClientRect(), frame)
    )
  }

  // Page numbers and rules are on every slide: what counts is what the slide itself puts into its layout. Layouts mark
  // that part; Slidev's own are such a part as a whole.
  const blank = (container: Element): boolean => {
    const layouts = [...container.querySelectorAll('[data-huibao-content], .slidev-layout')]
    const roots = layouts.length > 0 ? layouts : [...container.querySelectorAll('[data-slidev-no]')]
    const frame = container.getBoundingClientRect()
    return !roots.some(root => [root, ...root.querySelectorAll('*')].some(element => paints(element, frame)))
  }

  // Reference numbers stand at titles, and are no part of them.
  const titleOf = (heading: HTMLElement | null): string => {
    const references = [...(heading?.querySelectorAll<HTMLElement>('[data-number=reference]') ?? [])]
    references.forEach(({ style }) => style.setProperty('display', 'none'))
    const text = heading?.innerText ?? ''
    references.forEach(({ style }) => style.removeProperty('display'))
    return text
  }

  const slides = document.querySelectorAll<HTMLElement>('.print-slide-container:not([data-huibao-measured])')
  return [...slides].map(container => {
    const [no, state] = container.id.split('-').map(Number) as [number, number]
    const heading =
      container.querySelector<HTMLElement>('h1, h2') ?? container.querySelector<HTMLElement>('h3, h4, h5, h6')
    const errors = [...container.querySelectorAll('[data-huibao-error]')].map(
      element => element.getAttribute('data-huibao-error') || '有出错的元件',
    )
    const embedded = [...container.querySelectorAll('iframe, object, embed')]
      .filter(shown)
      .map(element => `嵌入了网页或文件（${element.tagName.toLowerCase()}），导出的文件里会缺字，请换成图片或文字`)
    const images = [...container.querySelectorAll('img')].filter(
      image => image.complete && image.naturalWidth === 0 && image.getAttribute('src'),
    )
    return {
      id: container.id,
      no,
      clicks: state - 1,
      title: titleOf(heading),
      level: heading ? Number(heading.tagName.slice(1)) : 0,
      width: container.offsetWidth,
      height: container.offsetHeight,
      waiting: [...container.querySelectorAll<HTMLElement>('[data-huibao-waiting]')].map(
        slot => slot.dataset.huibaoWaiting!,
      ),
      faults: [...errors, ...embedded, ...(blank(container) ? ['整页空白：页面上没有任何可见的内容'] : [])],
      brokenImages: images.map(image => image.getAttribute('src')!),
    }
  })
}
