import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, ViteDevServer } from 'vite'
import type { PhotoSurvey } from './photos/survey.ts'
import { dirname, resolve } from 'node:path'
import { problemsMessage } from '../../model/slides/problems.ts'
import { loadedData } from '../../model/slides/slides.ts'
import { photoFolder, surveyFolder } from './photos/folder.ts'
import { createPhotoReader } from './photos/read.ts'

const MODULE = 'virtual:huibao-photos'
const RESOLVED = `\0${MODULE}`

/** What the slots are told: photos by id, and why the photo of a slot is not fit to be shown. */
function moduleOf({ photos, problems }: PhotoSurvey): string {
  const faults = Object.fromEntries(
    problems.map(({ id }) => [
      id,
      problems
        .filter(each => each.id === id)
        .map(({ file, message }) => `${file}：${message}`)
        .join('；'),
    ]),
  )
  return `export const photos = ${JSON.stringify(photos)}\nexport const faults = ${JSON.stringify(faults)}`
}

/**
 * Serves the photos that are there as the module `virtual:huibao-photos`. In dev it is renewed when a photo comes,
 * changes or goes, and when slides give one another room; a photo that no slot shows is reported as an overlay. A build
 * has been stopped by then if anything is wrong.
 */
export function photosPlugin(options: Pick<ResolvedSlidevOptions, 'userRoot' | 'data'>): Plugin {
  const folder = photoFolder(options.userRoot)
  const read = createPhotoReader()
  /** The module as it was served last. */
  let served: string | undefined
  /** What the overlay says of photos that no slot shows. */
  let strays = ''

  async function survey(): Promise<PhotoSurvey> {
    const loaded = loadedData(options.data.slides)
    // Wrong data is reported elsewhere, and no slot is shown until it is right.
    return 'data' in loaded ? surveyFolder(options, loaded.data, read) : { photos: {}, problems: [] }
  }

  async function report(server: ViteDevServer): Promise<PhotoSurvey> {
    const found = await survey()
    const loaded = loadedData(options.data.slides)
    const stray = found.problems.filter(({ id }) => 'data' in loaded && !loaded.data.isKnown(id, 'photo'))
    strays = stray.length ? problemsMessage(stray, '照片') : ''
    if (strays) server.ws.send({ type: 'error', err: { message: strays, stack: '', plugin: 'huibao:photos' } })
    return found
  }

  async function refresh(server: ViteDevServer): Promise<void> {
    const before = strays
    const changed = moduleOf(await report(server)) !== (served ?? '')
    const module = changed && server.moduleGraph.getModuleById(RESOLVED)
    if (module) server.moduleGraph.invalidateModule(module)
    if (module || (before && !strays)) server.ws.send({ type: 'full-reload' })
  }

  return {
    name: 'huibao:photos',
    resolveId: id => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      return id === RESOLVED ? (served = moduleOf(await survey())) : undefined
    },
    configureServer(server) {
      server.ws.on('connection', () => void report(server))
      server.watcher.add(folder)
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, file => dirname(resolve(file)) === folder && void refresh(server))
    },
    hotUpdate: {
      order: 'post',
      async handler({ file, server }) {
        if (this.environment.name === 'client' && options.data.watchFiles[file]) await refresh(server)
      },
    },
  }
}
