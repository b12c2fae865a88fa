import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/** What two pictures of a slide differ in. */
export interface Difference {
  /** Why they are not the same; what can be seen of it is in `picture`. */
  reason: 'size' | 'content'
  /** Part of the picture that differs, from 0 to 1. */
  share: number
  /** The box around all that differs, in pixels of the picture; undefined where the sizes differ. */
  box?: { left: number; top: number; width: number; height: number }
  /** A PNG: the picture as it is now, grey, with what differs in red. */
  picture: Buffer
}

/**
 * How far pictures may be apart. Chromium's versions and the machines' libraries draw the edges of glyphs a little
 * differently, which is spread thin; a label that moved leaves many pixels in one place.
 */
const TOLERANCE = {
  /** Blur before comparing, in pixels: takes the edge off of how edges are drawn. */
  blur: 1,
  /** Distance of colours, from 0 to 1 for black and white, up to which pixels are the same. */
  color: 0.05,
  /** Side of the square in which different pixels are counted. */
  window: 24,
  /** Different pixels in one such square up to which pictures are the same. */
  pixels: 16,
}

interface Pixels {
  data: Buffer
  width: number
  height: number
}

/**
 * Compares two pictures of a slide.
 * @param expected a PNG
 * @param actual a PNG
 * @returns `undefined` where they look the same
 */
export async function comparePictures(expected: Uint8Array, actual: Uint8Array): Promise<Difference | undefined> {
  const [before, now] = await Promise.all([soften(expected), soften(actual)])
  const { width, height } = now
  if (before.width !== width || before.height !== height)
    return { reason: 'size', share: 1, picture: Buffer.from(actual) }
  const mask = Buffer.alloc(width * height * 4)
  const most = pixelmatch(before.data, now.data, mask, width, height, {
    threshold: TOLERANCE.color,
    includeAA: true,
    diffMask: true,
    windowSize: TOLERANCE.window,
  })
  if (most <= TOLERANCE.pixels) return undefined
  const picture = Buffer.alloc(width * height * 4)
  pixelmatch(before.data, now.data, picture, width, height, { threshold: TOLERANCE.color, includeAA: true, alpha: 0.3 })
  return {
    reason: 'content',
    ...measure(mask, width),
    picture: await sharp(picture, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  }
}

async function soften(png: Uint8Array): Promise<Pixels> {
  const {
    data,
    info: { width, height },
  } = await sharp(png).flatten().blur(TOLERANCE.blur).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width, height }
}

function measure(mask: Buffer, width: number): Pick<Difference, 'share' | 'box'> {
  let [count, left, top, right, bottom] = [0, Infinity, Infinity, -1, -1]
  for (let index = 0; index < mask.length / 4; index += 1) {
    if (mask[4 * index + 3] === 0) continue
    const [x, y] = [index % width, Math.floor(index / width)]
    count += 1
    ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)]
  }
  return { share: count / (mask.length / 4), box: { left, top, width: right - left + 1, height: bottom - top + 1 } }
}
