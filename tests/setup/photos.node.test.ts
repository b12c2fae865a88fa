import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type HotPayload } from 'vite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { photoFiles, photosPlugin } from '../../setup/plugins/photos.ts'
import { until } from './slidev.ts'

describe('photos', () => {
  it('are found by the id of their slot, whatever their format', () => {
    expect(photoFiles(['workshop.JPG', 'park.webp', 'README.md', '.DS_Store'])).toEqual({ workshop: 'photos/workshop.JPG', park: 'photos/park.webp' })
  })

  it('of one slot are refused, all of them named', () => {
    expect(() => photoFiles(['park.png', 'quay.jpg', 'park.jpg', 'park.md']))
      .toThrow('public/photos 里“park”有几张照片：park.jpg、park.png，请只留一张')
  })
})

describe('the list of photos in dev', () => {
  async function serve(photos: boolean) {
    const root = await mkdtemp(join(tmpdir(), 'huibao-photos-'))
    const folder = join(root, 'public', 'photos')
    if (photos) {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'park.jpg'), '')
    }
    const server = await createServer({ root, configFile: false, logLevel: 'silent', plugins: [photosPlugin(root)], server: { middlewareMode: true, ws: false }, optimizeDeps: { noDiscovery: true } })
    onTestFinished(async () => {
      await server.close()
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    })
    const sent: HotPayload['type'][] = []
    server.ws.send = ((payload: HotPayload) => sent.push(payload.type)) as typeof server.ws.send
    const list = async (): Promise<string> => (await server.transformRequest('virtual:huibao-photos'))!.code
    await list()
    return { folder, sent, list }
  }

  it.each([['a folder with photos', true], ['no folder yet', false]])('is renewed and the page reloaded when one comes or goes: %s', async (_, photos) => {
    const { folder, sent, list } = await serve(photos)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'quay.png'), '')
    await until('the new photo', async () => (await list()).includes('"quay":"photos/quay.png"') || undefined)
    expect(sent).toContain('full-reload')
    sent.length = 0
    await rm(join(folder, 'quay.png'))
    await until('the photo to go', async () => !(await list()).includes('quay') || undefined)
    expect(sent).toContain('full-reload')
  })

  it('says what is wrong, and heals', async () => {
    const { folder, list } = await serve(true)
    await writeFile(join(folder, 'park.png'), '')
    await until('the complaint', () => list().then(() => undefined, (error: Error) => error.message.includes('park.jpg、park.png') || undefined))
    await rm(join(folder, 'park.png'))
    await until('the list', async () => (await list()).includes('photos/park.jpg') || undefined)
  })
})
