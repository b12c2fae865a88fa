import type { Page } from 'playwright-chromium'

/** Text as it stands on a slide. */
interface Run {
  text: string
  /** CSS colours, whatever their notation. */
  color: string
  opacity: number
  /** WCAG's large text: from 24 px, or 18.66 px in bold. */
  large: boolean
  /** The middle of its line, one em high, in px from the slide's corner. */
  box: { x: number; y: number; width: number; height: number }
}

/** A slide, or a click state of it, with its text. */
interface Sheet {
  name: string
  runs: Run[]
}

/** Shows what lies behind the text, and nothing of the text; marks drawn by style sheets are no text. */
const WITHOUT_TEXT = `
.slidev-page * { -webkit-text-fill-color: transparent !important; text-shadow: none !important }
.slidev-page *::before, .slidev-page *::after { -webkit-text-fill-color: currentcolor !important }
.slidev-page :is(text, tspan) { fill: transparent !important; stroke: transparent !important }
`

/**
 * The text of the slides that are shown (in the show one, on the print page all) whose contrast with what it really
 * stands on, be that a picture or a bar of a chart, is below WCAG's 4.5 (large text: 3). Single pixels, such as those
 * of a line that grazes a text, do not count. The window must be at least as large as a slide.
 */
export async function findFaintText(page: Page): Promise<string[]> {
  const sheets = await page.evaluate(collectSheets)
  const style = await page.addStyleTag({ content: WITHOUT_TEXT })
  // Playwright's own screenshot takes four times as long to be packed.
  const devtools = await page.context().newCDPSession(page)
  const faint: string[] = []
  for (const [index, { name, runs }] of sheets.entries()) {
    const corner = await page.evaluate(showSheet, index)
    const { data: picture } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
    const contrasts = await page.evaluate(measureRuns, { runs, picture, corner })
    faint.push(
      ...runs.flatMap(({ text, large }, at) => {
        const contrast = contrasts[at]!
        return contrast < (large ? 3 : 4.5) ? [`slide ${name}: “${text}” ${contrast.toFixed(2)}`] : []
      }),
    )
  }
  await devtools.detach()
  await style.evaluate(element => (element as HTMLElement).remove())
  return faint
}

/* The functions below run in the page: they may use nothing from outside of themselves. */

function collectSheets(): Sheet[] {
  const range = document.createRange()
  return [...document.querySelectorAll<HTMLElement>('.slidev-page')]
    .filter(each => each.checkVisibility())
    .map(slide => {
      const corner = slide.getBoundingClientRect()
      const runs: Run[] = []
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!
        if (!node.textContent!.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          continue
        const css = getComputedStyle(element)
        let opacity = 1
        for (let each: Element | null = element; each; each = each.parentElement)
          opacity *= Number(getComputedStyle(each).opacity)
        const size = Number.parseFloat(css.fontSize)
        range.selectNodeContents(node)
        for (const { x, y, width, height } of range.getClientRects()) {
          const cut = Math.max(0, height - size) / 2
          runs.push({
            text: node.textContent!.trim(),
            color: element instanceof SVGElement ? css.fill : css.color,
            opacity,
            large: size >= 24 || (size >= 18.66 && Number(css.fontWeight) >= 700),
            box: { x: x - corner.x, y: y - corner.y + cut, width, height: height - 2 * cut },
          })
        }
      }
      return {
        name: slide.closest('.print-slide-container')?.id ?? slide.dataset.slidevNo!,
        runs: runs.filter(({ box }) => box.width >= 1 && box.height >= 1),
      }
    })
}

/** Brings a slide into the window. @returns where its corner then is */
function showSheet(index: number): { x: number; y: number } {
  const slide = [...document.querySelectorAll('.slidev-page')].filter(each => each.checkVisibility())[index]!
  slide.scrollIntoView({ block: 'start', behavior: 'instant' })
  const { x, y } = slide.getBoundingClientRect()
  return { x, y }
}

async function measureRuns({
  runs,
  picture,
  corner,
}: {
  runs: Run[]
  picture: string
  corner: { x: number; y: number }
}): Promise<number[]> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const scale = bitmap.width / innerWidth
  const linear = (part: number): number => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([red, green, blue]: number[]): number =>
    0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!)
  const colors = runs.map(({ color }) => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data]
  })
  context.drawImage(bitmap, 0, 0)
  return runs.map(({ box, opacity }, index) => {
    const [left, top] = [corner.x + box.x, corner.y + box.y]
    const [x, y, right, bottom] = [left, top, left + box.width, top + box.height].map(side =>
      Math.round(side * scale),
    ) as [number, number, number, number]
    const { data } = context.getImageData(x, y, Math.max(1, right - x), Math.max(1, bottom - y))
    const alpha = (colors[index]![3]! / 255) * opacity
    // A ground has few colours: each is judged once.
    const grounds = new Map<number, number>()
    for (const ground of new Uint32Array(data.buffer)) grounds.set(ground, (grounds.get(ground) ?? 0) + 1)
    const contrasts = [...grounds]
      .map(([packed, count]) => {
        const ground = [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255]
        const front = ground.map((part, channel) => colors[index]![channel]! * alpha + part * (1 - alpha))
        const [one, other] = [luminance(front), luminance(ground)]
        return { contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), count }
      })
      .sort((one, other) => one.contrast - other.contrast)
    let rank = Math.floor(data.length / 4 / 20)
    return contrasts.find(({ count }) => (rank -= count) < 0)!.contrast
  })
}
