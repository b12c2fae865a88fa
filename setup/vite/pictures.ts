import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { PhotoSize } from './photos/read.ts'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, parse, resolve } from 'node:path'
import pMap from 'p-map'
import { messageOf } from '../../model/errors.ts'
import { cacheFolder } from './cache.ts'
import { isPublished, publishCached } from './photos/publish.ts'
import { photoRooms } from './photos/slots.ts'

/** Pixels for each CSS px of a slide: what PNG files have unless told otherwise. */
const DENSITY = 2

/** Pictures that are made side by side; each takes several threads. */
const AT_ONCE = 2

/**
 * Puts every picture of a built site in the state in which it may leave: upright, no larger than slides show it, and
 * without what cameras write into it. Slides that are printed take their pictures from there.
 * @param projectRoot the engine's folder
 */
export function picturesPlugin(
  { data: { slides, config } }: Pick<ResolvedSlidevOptions, 'data'>,
  projectRoot: string,
): Plugin {
  let site: string

  /** A slide shows what it likes as large as itself; slots show theirs as large as they are, in 16:9 and in 4:3. */
  function roomsOf(): (file: string) => PhotoSize {
    const { canvasWidth: width, aspectRatio } = config
    const canvas = { width, height: Math.max(Math.round(width / aspectRatio), Math.round((width * 3) / 4)) }
    const rooms = photoRooms(slides, canvas)
    return file => {
      const own = (parse(dirname(file)).base === 'photos' && rooms.get(parse(file).name)) || [canvas]
      return {
        width: DENSITY * Math.max(...own.map(room => room.width)),
        height: DENSITY * Math.max(...own.map(room => room.height)),
      }
    }
  }

  return {
    name: 'huibao:pictures',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      site = resolve(root, outDir)
    },
    writeBundle: {
      order: 'post',
      async handler() {
        const roomOf = roomsOf()
        const folder = cacheFolder('pictures', projectRoot)
        const files = await readdir(site, { recursive: true })
        await pMap(
          files.filter(isPublished),
          async file => {
            const path = join(site, file)
            const bytes = await readFile(path)
            const published = await publishCached(bytes, roomOf(file), folder).catch((error: unknown) => {
              const why = messageOf(error).split('\n')[0]!
              throw new Error(`图片 ${file} 读不到底，多半没有复制完整，请重新复制一份（${why}）`, { cause: error })
            })
            if (!bytes.equals(published)) await writeFile(path, published)
          },
          { concurrency: AT_ONCE },
        )
      },
    },
  }
}
