import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { publishCached, publishPicture } from '../../setup/vite/photos/publish.ts'
import { picturesPlugin } from '../../setup/vite/pictures.ts'
import { ROOT } from '../support/project.ts'

const ROOM = { width: 600, height: 400 }

/** A red picture with a white left edge, and what a camera and an editor write into it. */
function shot(width: number, height: number, orientation = 1): Sharp {
  const edge = { create: { width: Math.ceil(width / 4), height, channels: 3 as const, background: '#fff' } }
  return sharp({ create: { width, height, channels: 3, background: '#c00' } })
    .composite([{ input: edge, gravity: 'west' }])
    .withExif({
      IFD0: { Artist: 'canary-author' },
      IFD2: { BodySerialNumber: 'canary-serial' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 33/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><canary-xmp/></x:xmpmeta>')
    .withMetadata({ orientation })
}

/** A pixel of a picture, at shares of its width and height. */
async function pixelAt(bytes: Uint8Array, across: number, along: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(along * info.height) * info.width + Math.floor(across * info.width)) * info.channels
  return [...data.subarray(at, at + 3)].map(value => Math.round(value / 64))
}

describe('a picture that leaves', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('as %s carries nothing but what it shows', async format => {
    const bytes = await shot(300, 200).toFormat(format).toBuffer()
    expect(bytes.toString('latin1')).toContain('canary-author')
    const published = await publishPicture(bytes, ROOM)
    expect(Buffer.from(published).toString('latin1')).not.toMatch(/canary|Exif/i)
    const { exif, xmp, icc, width, height, format: kept } = await sharp(published).metadata()
    expect([exif, xmp, icc, width, height]).toEqual([undefined, undefined, undefined, 300, 200])
    expect(kept).toBe(format === 'avif' ? 'heif' : format)
  })

  it.each([
    [1, 300, 200, [0.05, 0.5]],
    [3, 300, 200, [0.95, 0.5]],
    [6, 200, 300, [0.5, 0.05]],
    [8, 200, 300, [0.5, 0.95]],
  ] as const)('with orientation %i stands upright', async (orientation, width, height, [across, along]) => {
    const published = await publishPicture(await shot(300, 200, orientation).jpeg().toBuffer(), ROOM)
    expect(await sharp(published).metadata()).toMatchObject({ width, height })
    expect((await sharp(published).metadata()).orientation).toBeUndefined()
    expect(await pixelAt(published, across, along)).toEqual([4, 4, 4])
    expect(await pixelAt(published, 1 - across, 1 - along)).toEqual([3, 0, 0])
  })

  it.each([
    ['lying', 3000, 2000, 600, 400],
    ['wide: its height fills the room', 4000, 1000, 1600, 400],
    ['upright: its width fills the room', 1000, 4000, 600, 2400],
    ['small: it is not blown up', 300, 200, 300, 200],
  ])('%s, is no larger than it is shown', async (_, width, height, shownWidth, shownHeight) => {
    const published = await publishPicture(await shot(width, height).jpeg().toBuffer(), ROOM)
    expect(await sharp(published).metadata()).toMatchObject({ width: shownWidth, height: shownHeight })
  })

  it('stays as it is where there is nothing to take away, or nothing that can be read', async () => {
    const plain = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c00' } })
      .png()
      .toBuffer()
    expect(await publishPicture(plain, ROOM)).toBe(plain)
    const none = new TextEncoder().encode('not a picture')
    expect(await publishPicture(none, ROOM)).toBe(none)
  })
})

describe('the pictures of a built site', () => {
  it('that break off stop the build, with their name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huibao-pictures-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const bytes = await shot(300, 200).jpeg().toBuffer()
    await writeFile(join(folder, 'map.jpg'), bytes.subarray(0, bytes.length - 200))
    const config = { canvasWidth: 1280, aspectRatio: 16 / 9 }
    const plugin = picturesPlugin({ data: { slides: [], config } } as never, ROOT)
    const { configResolved, writeBundle } = plugin as unknown as {
      configResolved: (config: object) => void
      writeBundle: { handler: () => Promise<void> }
    }
    configResolved({ root: folder, build: { outDir: '.' } })
    await expect(writeBundle.handler()).rejects.toThrow(/^图片 map\.jpg 读不到底.*请重新复制一份/)
  })
})

describe('pictures that were made already', () => {
  it('are taken from where they are kept, by content and room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huibao-pictures-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const bytes = await shot(300, 200).jpeg().toBuffer()
    const first = await publishCached(bytes, ROOM, folder)
    const [kept] = await readdir(folder)
    expect(await readFile(join(folder, kept!))).toEqual(Buffer.from(first))
    await writeFile(join(folder, kept!), 'as kept')
    expect(Buffer.from(await publishCached(bytes, ROOM, folder)).toString()).toBe('as kept')
    expect(await publishCached(bytes, { width: 30, height: 20 }, folder)).not.toEqual(first)
    expect(await readdir(folder)).toHaveLength(2)
  })
})
