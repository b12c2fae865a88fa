import type { Platform } from '@floating-ui/dom'
import { describe, expect, it } from 'vitest'
import { GAP, MARGIN, placePanel } from '../../components/evidence/place.ts'

interface Size {
  width: number
  height: number
}

interface Rect extends Size {
  x: number
  y: number
}

/** A panel that is as high as what it says, up to its limit. */
interface FakePanel extends Size {
  style: { maxHeight: string }
}

const sizeOf = ({ width, height, style }: FakePanel): Size => ({
  width,
  height: Math.min(height, style.maxHeight ? Number.parseFloat(style.maxHeight) : Infinity),
})

/** Measures in a window of this size, without a document. */
function platformOf(window: Size): Platform {
  const fake: Partial<Platform> = {
    getElementRects: ({ reference, floating }) => ({
      reference: reference.getBoundingClientRect(),
      floating: { x: 0, y: 0, ...sizeOf(floating as unknown as FakePanel) },
    }),
    getDimensions: element => sizeOf(element as unknown as FakePanel),
    getClippingRect: () => ({ x: 0, y: 0, ...window }),
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
    isElement: () => false,
    isRTL: () => false,
  }
  return { ...fake, getOffsetParent: undefined, getDocumentElement: undefined } as unknown as Platform
}

async function place(figure: Rect, { width, height }: Size, window: Size): Promise<Rect> {
  const panel: FakePanel = { width, height, style: { maxHeight: '' } }
  const rect = {
    ...figure,
    left: figure.x,
    top: figure.y,
    right: figure.x + figure.width,
    bottom: figure.y + figure.height,
  }
  const { x, y } = await placePanel(
    { getBoundingClientRect: () => rect },
    panel as unknown as HTMLElement,
    window.height,
    platformOf(window),
  )
  return { x, y, ...sizeOf(panel) }
}

const covers = (panel: Rect, figure: Rect): boolean =>
  panel.x < figure.x + figure.width &&
  panel.x + panel.width > figure.x &&
  panel.y < figure.y + figure.height &&
  panel.y + panel.height > figure.y

/** Whether a panel has room on some side of a figure. */
function hasRoom(figure: Rect, { width, height }: Size, window: Size): boolean {
  const most = Math.max(figure.x, window.width - figure.x - figure.width)
  const highest = Math.max(figure.y, window.height - figure.y - figure.height)
  return most >= width + GAP + MARGIN || highest >= height + GAP + MARGIN
}

/** Numbers, labels, wide titles and bars, all over a window and partly outside of it. */
function* figuresIn(window: Size): Generator<Rect> {
  for (const [width, height] of [
    [20, 20],
    [90, 30],
    [240, 110],
    [700, 60],
    [60, 500],
    [1100, 300],
  ] as const) {
    for (let column = 0; column <= 8; column += 1) {
      for (let row = 0; row <= 6; row += 1)
        yield {
          x: Math.round(((window.width - width) * column) / 8),
          y: Math.round(((window.height - height) * row) / 6),
          width,
          height,
        }
    }
  }
}

describe.each<Size>([
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 844, height: 390 },
  { width: 601, height: 1000 },
  { width: 1920, height: 1080 },
])('a panel in a window of $width×$height', window => {
  it.each([160, 330, 620, 1400])(
    'that says %i px lies inside, and hides its figure only where no side has room',
    async height => {
      const size = { width: 440, height }
      const wrong: object[] = []
      for (const figure of figuresIn(window)) {
        const panel = await place(figure, size, window)
        const inside =
          panel.x >= MARGIN &&
          panel.y >= MARGIN &&
          panel.x + panel.width <= window.width - MARGIN &&
          panel.y + panel.height <= window.height - MARGIN
        if (!inside || (covers(panel, figure) && hasRoom(figure, size, window))) wrong.push({ figure, panel })
      }
      expect(wrong).toEqual([])
    },
  )
})

it('a panel begins at the height of its figure, to the right of it for choice', async () => {
  const size = { width: 440, height: 300 }
  const window = { width: 1280, height: 720 }
  expect(await place({ x: 100, y: 200, width: 80, height: 30 }, size, window)).toEqual({
    x: 180 + GAP,
    y: 200,
    ...size,
  })
  expect(await place({ x: 100, y: 650, width: 80, height: 30 }, size, window)).toEqual({
    x: 180 + GAP,
    y: 720 - MARGIN - 300,
    ...size,
  })
  expect(await place({ x: 1000, y: 200, width: 80, height: 30 }, size, window)).toEqual({
    x: 1000 - GAP - 440,
    y: 200,
    ...size,
  })
  expect(await place({ x: 200, y: 100, width: 900, height: 30 }, size, window)).toEqual({
    x: 200,
    y: 130 + GAP,
    ...size,
  })
  expect(await place({ x: 200, y: 600, width: 900, height: 30 }, size, window)).toEqual({
    x: 200,
    y: 600 - GAP - 300,
    ...size,
  })
})
