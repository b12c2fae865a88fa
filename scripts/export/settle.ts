import { setTimeout as sleep } from 'node:timers/promises'
import type { PrintPage } from './open.ts'
import type { Problem } from './problems.ts'

/**
 * Waits until nothing on the page is going to change any more: slides loaded, fonts and images there, charts drawn.
 * @param timeout for the whole of it, in milliseconds
 * @returns what had not become ready by then
 */
export async function settle(print: PrintPage, timeout: number): Promise<Problem[]> {
  const { page } = print
  const deadline = performance.now() + timeout
  await loadSlides(print, timeout)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  let unready = await page.evaluate(listUnready)
  while (unready.length > 0 && performance.now() < deadline) {
    await sleep(50)
    unready = await page.evaluate(listUnready)
  }
  await page.evaluate(decodeImages)
  await quiet(print, deadline)
  return unready
}

/** Waits until the slides have been loaded, and done what they do at once. */
export async function loadSlides(print: PrintPage, timeout: number): Promise<void> {
  const deadline = performance.now() + timeout
  await quiet(print, deadline)
  // Slides come as separate files: one that is not there yet looks just like one that threw.
  if (print.watch.isEndless() || !(await print.page.evaluate(slidesMissing))) return
  await print.page
    .waitForLoadState('networkidle', { timeout: Math.max(1, deadline - performance.now()) })
    .catch(() => {})
}

/** No request under way, and none begun while the page drew two more frames; twice in a row, or never. */
async function quiet({ page, watch: { begun, pending, isEndless } }: PrintPage, deadline: number): Promise<void> {
  for (let calm = 0; calm < 2 && !isEndless() && performance.now() < deadline;) {
    const before = begun()
    await page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 15)))),
    )
    calm = pending() === 0 && begun() === before ? calm + 1 : 0
  }
}

/* The functions below run in the page: they may use nothing from outside of themselves. */

function slidesMissing(): boolean {
  return [...document.querySelectorAll('[data-slidev-no]')].some(
    slide => !slide.querySelector('[data-huibao-content], .slidev-layout'),
  )
}

function listUnready(): { slide: number; message: string }[] {
  const visible = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  const name = (element: Element): string => {
    const id = element.id || element.closest('[id]')?.id
    const label = element.getAttribute('aria-label') ?? element.getAttribute('alt')
    const own = `<${element.tagName.toLowerCase()}${element.classList.length > 0 ? ` class="${element.classList.value}"` : ''}>`
    return label ? `${own}（${label}）` : element.id ? `${own}（id=${id}）` : own
  }
  const unready: { slide: number; message: string }[] = []
  // What Vue knows of its components alone: one that has not arrived, or not set up, has left no element but a comment.
  interface Node {
    el?: ChildNode | null
    type?: { __name?: string; __asyncLoader?: unknown; __asyncResolved?: unknown }
    children?: unknown
    component?: { asyncDep?: unknown; asyncResolved?: boolean; subTree?: Node } | null
    suspense?: { activeBranch?: Node | null; pendingBranch?: Node | null } | null
  }
  const visit = (node: Node | null | undefined): void => {
    if (!node || typeof node !== 'object') return
    const { type, component, suspense, children, el } = node
    const waits = (type?.__asyncLoader && !type.__asyncResolved) || (component?.asyncDep && !component.asyncResolved)
    const place = waits ? (component?.subTree?.el ?? el)?.parentElement : undefined
    const slide = place?.closest<HTMLElement>('[data-slidev-no]')
    if (slide) {
      const name = type?.__name ? `元件 ${type.__name} ` : '有一个元件'
      unready.push({ slide: Number(slide.dataset.slidevNo), message: `${name}一直没有画出来` })
    }
    visit(component?.subTree)
    visit(suspense?.activeBranch)
    visit(suspense?.pendingBranch)
    if (Array.isArray(children)) children.forEach(child => visit(child as Node))
  }
  visit((document.querySelector('#app') as { _vnode?: Node } | null)?._vnode)
  for (const slide of document.querySelectorAll<HTMLElement>('[data-slidev-no]')) {
    const no = Number(slide.dataset.slidevNo)
    if (slide.querySelector('.slidev-slide-loading')) unready.push({ slide: no, message: '页面一直没有加载完' })
    for (const element of slide.querySelectorAll<HTMLElement>('[data-waitfor]')) {
      if (!element.checkVisibility()) continue
      const selector = element.dataset.waitfor
      if (selector && ![...element.querySelectorAll(selector)].some(visible)) {
        unready.push({ slide: no, message: `图表一直没有就绪：${name(element)} 里没有出现 ${selector}` })
      }
    }
    // A drawing follows its box a moment after that has changed its size.
    for (const box of slide.querySelectorAll<HTMLElement>('.hb-chart-box')) {
      const drawing = box.querySelector<SVGSVGElement>('.echarts-host svg')
      if (drawing && visible(box) && Math.abs(drawing.clientWidth - box.clientWidth) > 1)
        unready.push({ slide: no, message: `图一直没有跟上它的框：宽 ${drawing.clientWidth}，框宽 ${box.clientWidth}` })
    }
    for (const image of slide.querySelectorAll('img')) {
      image.loading = 'eager'
      if (!image.complete) unready.push({ slide: no, message: `图片一直没有加载完：${image.currentSrc || image.src}` })
    }
  }
  return unready
}

async function decodeImages(): Promise<void> {
  await Promise.all(
    [...document.querySelectorAll<HTMLImageElement>('[data-slidev-no] img')].map(image =>
      image.decode().catch(() => {}),
    ),
  )
}
