import type { Page } from 'playwright-chromium'
import sharp from 'sharp'
import { expect } from 'vitest'
import { photoPosition } from '../../components/photo-position.ts'
import { test } from '../support/test.ts'

interface Size {
  width: number
  height: number
}

/** A photo in a frame; `place` is where its layout wants the focal point, from left to right. */
interface Case {
  photo: Size
  frame: Size
  focus: readonly [number, number]
  place?: number
}

/** A grey photo with a red dot at its focal point. */
function dotted({ photo: { width, height }, focus: [x, y] }: Case): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/><circle cx="${x * width}" cy="${y * height}" r="${Math.min(width, height) / 25}" fill="#f00"/></svg>`
  return `data:image/svg+xml;base64,${btoa(svg)}`
}

/** The middle of the red pixels of a frame, or of what is seen of them. */
async function findDot(
  png: Buffer,
  frame: { left: number; top: number } & Size,
): Promise<[number, number] | undefined> {
  const { data, info } = await sharp(png).extract(frame).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const dot = Array.from({ length: info.width * info.height }, (_, index) => index).filter(
    index => data[3 * index]! > 200 && data[3 * index + 1]! < 60,
  )
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return dot.length > 0
    ? [mean(dot.map(index => index % info.width)), mean(dot.map(index => Math.floor(index / info.width)))]
    : undefined
}

/** Where the dots of all cases are, from one picture of all of them. */
async function drawDots(page: Page, cases: readonly Case[]): Promise<([number, number] | undefined)[]> {
  await page.setContent(
    `<body style="margin: 0; display: flex; flex-wrap: wrap; align-items: start">${cases
      .map(
        ({ photo, frame, focus, place }, index) => `
    <div style="width: ${frame.width}px; height: ${frame.height}px; ${place === undefined ? '' : `--hb-focus-x: ${place}`}"><div style="width: 100%; height: 100%; container-type: size">
      <img src="${dotted(cases[index]!)}" style="display: block; width: 100%; height: 100%; object-fit: cover; object-position: ${photoPosition(photo, focus)}"></div></div>`,
      )
      .join('')}`,
  )
  const frames = await page.locator('img').evaluateAll(images =>
    Promise.all(
      images.map(async image => {
        await (image as HTMLImageElement).decode()
        const { left, top, width, height } = image.getBoundingClientRect()
        return { left, top, width, height }
      }),
    ),
  )
  const png = await page.screenshot({ fullPage: true })
  return Promise.all(frames.map(frame => findDot(png, frame)))
}

/** Where the point comes to lie along one side: at its place, unless the photo ends before. */
function along(fraction: number, length: number, room: number, place = 0.5): number {
  return fraction * length - Math.max(0, Math.min(fraction * length - place * room, length - room))
}

const PHOTOS: Size[] = [
  { width: 1600, height: 900 },
  { width: 900, height: 1600 },
  { width: 2400, height: 600 },
  { width: 800, height: 800 },
]
const FRAMES: Size[] = [
  { width: 180, height: 180 },
  { width: 320, height: 180 },
  { width: 100, height: 250 },
]
const FOCI = [
  [0.5, 0.5],
  [0.2, 0.3],
  [0.85, 0.6],
  [0.05, 0.95],
] as const

test('the focal point of a photo stays in the frame, where the layout wants it as far as the photo reaches', async ({
  page,
}) => {
  const cases: Case[] = [
    ...PHOTOS.flatMap(photo => FRAMES.flatMap(frame => FOCI.map(focus => ({ photo, frame, focus })))),
    // A card covers the left half.
    { photo: { width: 2400, height: 600 }, frame: { width: 320, height: 180 }, focus: [0.5, 0.5], place: 75 },
  ]
  const dots = await drawDots(page, cases)
  for (const [
    index,
    {
      photo,
      frame,
      focus: [x, y],
      place,
    },
  ] of cases.entries()) {
    const scale = Math.max(frame.width / photo.width, frame.height / photo.height)
    const [left, top] = dots[index] ?? [NaN, NaN]
    expect(
      Math.abs(left - along(x, photo.width * scale, frame.width, place && place / 100)),
      JSON.stringify(cases[index]),
    ).toBeLessThan(2)
    expect(Math.abs(top - along(y, photo.height * scale, frame.height)), JSON.stringify(cases[index])).toBeLessThan(2)
  }
})
