import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { PhotoName } from '../../setup/vite/photos/list.ts'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { createServer, type HotPayload } from 'vite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attachContext } from '../../model/slides/context.ts'
import { problemsMessage } from '../../model/slides/problems.ts'
import { listPhotos } from '../../setup/vite/photos/list.ts'
import { readPhoto } from '../../setup/vite/photos/read.ts'
import { photoRooms, sizeFault } from '../../setup/vite/photos/slots.ts'
import { surveyPhotos } from '../../setup/vite/photos/survey.ts'
import { photosPlugin } from '../../setup/vite/photos.ts'
import { data } from './deck-data.ts'
import { until } from './slidev.ts'

type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/** A picture that does not compress to nothing, so that there is something to cut off. */
function picture(width: number, height: number, format: Format = 'jpeg', orientation = 1): Promise<Buffer> {
  const image = sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })
  return image.withMetadata({ orientation }).toFormat(format).toBuffer()
}

function named(file: string): PhotoName {
  return listPhotos([file])[0]!
}

function slide(frontmatter: Record<string, unknown>, contentRaw = ''): SlideInfo {
  return { frontmatter, source: { contentRaw, frontmatter } } as unknown as SlideInfo
}

const CANVAS = { width: 1280, height: 720 }

describe('photo files', () => {
  it('are those with the ending of a picture, each with the id of its slot', () => {
    expect(
      listPhotos(['workshop.JPG', 'park.webp', 'quay.heic', 'README.md', '.DS_Store', 'Thumbs.db', '._park.jpg']),
    ).toEqual([
      { file: 'park.webp', id: 'park', ending: '.webp' },
      { file: 'quay.heic', id: 'quay', ending: '.heic' },
      { file: 'workshop.JPG', id: 'workshop', ending: '.jpg' },
    ])
  })

  it.each<[string, Format, number, { width: number; height: number }]>([
    ['a.jpg', 'jpeg', 1, { width: 60, height: 40 }],
    ['a.JPEG', 'jpeg', 3, { width: 60, height: 40 }],
    ['a.jpg', 'jpeg', 6, { width: 40, height: 60 }],
    ['a.jpg', 'jpeg', 8, { width: 40, height: 60 }],
    ['a.png', 'png', 1, { width: 60, height: 40 }],
    ['a.webp', 'webp', 1, { width: 60, height: 40 }],
    ['a.avif', 'avif', 1, { width: 60, height: 40 }],
  ])('%s (%s, orientation %i) has the size that it is shown in', async (file, format, orientation, size) => {
    expect(await readPhoto(await picture(60, 40, format, orientation), named(file))).toEqual(size)
  })

  it.each<[string, string, () => Promise<Uint8Array>, string]>([
    [
      'of another format than their name says',
      'a.jpg',
      () => picture(60, 40, 'png'),
      '这是 PNG 图片，文件名却是“a.jpg”，请改名为“a.png”',
    ],
    [
      'of a format for which there is no ending',
      'a.png',
      () => picture(60, 40, 'gif'),
      '这是 GIF 图片，浏览器显示不了，请另存为 jpg、png、webp、avif 中的一种',
    ],
    [
      'that broke off',
      'a.jpg',
      async () => (await picture(600, 400)).subarray(0, -4000),
      '这个文件读不出来：不是图片，或者没有复制完整，请重新复制一份',
    ],
    [
      'that are none',
      'a.jpg',
      async () => new TextEncoder().encode('not a picture'),
      '这个文件读不出来：不是图片，或者没有复制完整，请重新复制一份',
    ],
    [
      'that are empty',
      'a.webp',
      async () => new Uint8Array(),
      '这个文件读不出来：不是图片，或者没有复制完整，请重新复制一份',
    ],
    [
      'that no browser shows',
      'a.heic',
      async () => new Uint8Array(),
      '浏览器显示不了 .heic 文件，请另存为 jpg、png、webp、avif 中的一种',
    ],
  ])('%s are refused', async (_, file, bytes, fault) => {
    expect(await readPhoto(await bytes(), named(file))).toEqual({ fault })
  })
})

describe('the room of a photo', () => {
  it('is what its layout gives it, and the whole slide elsewhere', () => {
    const rooms = photoRooms(
      [
        slide({ layout: 'chapter', photo: 'park' }),
        slide({ layout: 'picture', photo: 'park' }),
        slide({ layout: 'chapter' }, '<PhotoSlot id="quay" />\n\n<photo-slot :id="\'park\'" />'),
      ],
      CANVAS,
    )
    expect(rooms.get('park')).toEqual([
      { slide: 1, width: 720, height: 720 },
      { slide: 2, ...CANVAS },
      { slide: 3, ...CANVAS },
    ])
    expect(rooms.get('quay')).toEqual([{ slide: 3, ...CANVAS }])
  })

  const CHAPTER = { slide: 3, width: 720, height: 720 }
  const WHOLE = { slide: 9, ...CANVAS }
  it.each([
    [1080, 1080, [CHAPTER], undefined],
    [1079, 4000, [CHAPTER], '第 3 页的图片位是 720×720，裁剪后每点要有 1.5 个像素，所以宽至少 1080、高至少 1080 像素'],
    [1920, 1080, [WHOLE, CHAPTER], undefined],
    [4000, 1079, [WHOLE], '照片太小，投影会发虚：只有 4000×1079 像素。第 9 页'],
    [
      1600,
      1200,
      [CHAPTER, WHOLE],
      '第 9 页的图片位是 1280×720，裁剪后每点要有 1.5 个像素，所以宽至少 1920、高至少 1080 像素',
    ],
    [800, 600, [CHAPTER, WHOLE], '第 9 页'],
    [10, 10, [], undefined],
  ])('takes %i × %i pixels or not: %#', (width, height, rooms, fault) => {
    const found = sizeFault({ width, height }, rooms)
    if (fault) expect(found).toContain(fault)
    else expect(found).toBeUndefined()
  })
})

describe('a survey of photos', () => {
  it('gives the good ones their slots, and names what is wrong with the others', async () => {
    const names = ['park.jpg', 'workshop.jpg', 'workshop.png', 'wrkshop.jpg']
    const survey = (files: string[], size: { width: number; height: number }) =>
      surveyPhotos({
        names: files,
        read: async () => size,
        slides: [slide({ layout: 'chapter', photo: 'park' })],
        data,
        canvas: CANVAS,
      })
    const { photos, problems } = await survey(names, { width: 2000, height: 1500 })
    expect(photos).toEqual({ park: { file: 'photos/park.jpg', width: 2000, height: 1500 } })
    expect(problemsMessage(problems, '照片').split('\n')).toEqual([
      '照片有 2 处问题，改好后再生成：',
      '  public/photos/workshop.jpg  “workshop”有几张照片：workshop.jpg、workshop.png，请只留一张',
      '  public/photos/wrkshop.jpg  没有编号为“wrkshop”的图片，最接近的是：workshop；照片的文件名就是图片的编号',
    ])
    expect(
      (await survey(['workshop.jpg'], { width: 2000, height: 1500 })).problems.map(({ message }) => message),
    ).toEqual([expect.stringContaining('照片没有写来源，请在图片“workshop”的数据里写上 credit')])
    expect((await survey(['park.jpg'], { width: 1000, height: 800 })).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('照片太小，投影会发虚：只有 1000×800 像素。第 1 页'),
    ])
  })
})

describe('the list of photos in dev', { timeout: 180_000 }, () => {
  async function serve(photos: boolean) {
    const root = await mkdtemp(join(tmpdir(), 'huibao-photos-'))
    const folder = join(root, 'public', 'photos')
    // In one step, so that the watcher tells of it once.
    const put = async (file: string, width = 1200, height = 1200): Promise<void> => {
      await writeFile(join(root, file), await picture(width, height, file.endsWith('.png') ? 'png' : 'jpeg'))
      await rename(join(root, file), join(folder, file))
    }
    if (photos) {
      await mkdir(folder, { recursive: true })
      await put('park.jpg')
    }
    const first = slide({ layout: 'chapter', photo: 'park' })
    attachContext(first.source.frontmatter, {
      loaded: {
        data: {
          ...data,
          findPhoto: id => data.findPhoto(id) && { id, caption: '', alt: '', scene: '', credit: '某人摄' },
        },
      },
    })
    const options = {
      userRoot: root,
      data: { slides: [first], watchFiles: {}, config: { canvasWidth: 1280, aspectRatio: 16 / 9 } },
    } as unknown as ResolvedSlidevOptions
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [photosPlugin(options)],
      server: { middlewareMode: true, ws: false },
      optimizeDeps: { noDiscovery: true },
    })
    onTestFinished(async () => {
      await server.close()
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    })
    const sent: HotPayload[] = []
    server.ws.send = ((payload: HotPayload) => sent.push(payload)) as typeof server.ws.send
    const list = async (): Promise<string> => (await server.transformRequest('virtual:huibao-photos'))!.code
    const reloaded = (): true | undefined => sent.some(({ type }) => type === 'full-reload') || undefined
    await list()
    return { folder, put, sent, list, reloaded }
  }

  it.each([
    ['a folder with photos', true],
    ['no folder yet', false],
  ])('is renewed and the page reloaded when one comes or goes: %s', async (_, photos) => {
    const { folder, put, sent, list, reloaded } = await serve(photos)
    await mkdir(folder, { recursive: true })
    await put('workshop.png')
    await until(
      'the new photo',
      async () =>
        (await list()).includes('"workshop":{"file":"photos/workshop.png","width":1200,"height":1200}') || undefined,
    )
    await until('the reload', reloaded)
    sent.length = 0
    await rm(join(folder, 'workshop.png'))
    await until('the photo to go', async () => !(await list()).includes('workshop') || undefined)
    await until('the reload', reloaded)
  })

  it('tells its slot what is wrong with one, and heals', async () => {
    const { folder, put, list, reloaded } = await serve(true)
    expect(await list()).toContain('faults = {}')
    await put('park.jpg', 400, 300)
    await until(
      'the complaint',
      async () => /public\/photos\/park\.jpg：照片太小.*400×300/.test(await list()) || undefined,
    )
    await until('the reload', reloaded)
    await put('park.png')
    await until(
      'the other complaint',
      async () => (await list()).includes('“park”有几张照片：park.jpg、park.png，请只留一张') || undefined,
    )
    await rm(join(folder, 'park.jpg'))
    await until('the list', async () => (await list()).includes('"park":{"file":"photos/park.png"') || undefined)
    expect(await list()).toContain('faults = {}')
  })

  it('shows an overlay for one that no slot shows, until it goes', async () => {
    const { folder, put, sent, reloaded } = await serve(true)
    await put('prak.jpg')
    const error = await until('the overlay', () => sent.find(payload => payload.type === 'error'))
    expect(error.err.message).toBe(
      '照片有 1 处问题，改好后再生成：\n  public/photos/prak.jpg  没有编号为“prak”的图片，最接近的是：park；照片的文件名就是图片的编号',
    )
    sent.length = 0
    await rm(join(folder, 'prak.jpg'))
    await until('the reload', reloaded)
  })
})
