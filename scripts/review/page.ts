import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'
import type { Routes } from '../present/http/handler.ts'

const FOLDER = path.join(ENGINE_ROOT, 'scripts', 'review', 'page')

/** A file of the page. */
export interface PageFile {
  type: string
  body: string
}

/**
 * The files of the page, by their addresses.
 * @throws whatever keeps Vite from building it: a defect of the engine
 */
export async function buildPage(): Promise<Map<string, PageFile>> {
  const [{ build }, { default: vue }] = await Promise.all([import('vite'), import('@vitejs/plugin-vue')])
  const built = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'silent',
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: path.join(FOLDER, 'main.ts'),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  })
  const { output } = [built].flat()[0] as Extract<typeof built, { output: unknown }>
  const files = output.map((file): [string, PageFile] => [
    `/review/${file.fileName}`,
    file.type === 'chunk'
      ? { type: 'text/javascript', body: file.code }
      : { type: 'text/css', body: Buffer.from(file.source).toString('utf8') },
  ])
  return new Map([
    ['/review', { type: 'text/html', body: await readFile(path.join(FOLDER, 'index.html'), 'utf8') }],
    ...files,
  ])
}

/** The routes to the files of the page. */
export function pageRoutes(files: ReadonlyMap<string, PageFile>): Routes {
  return Object.fromEntries(
    [...files].map(([address, { type, body }]) => [
      `GET ${address}`,
      ({ response }) => {
        response.writeHead(200, {
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Length': Buffer.byteLength(body),
          'Cache-Control': 'no-cache',
        })
        response.end(body)
      },
    ]),
  )
}
