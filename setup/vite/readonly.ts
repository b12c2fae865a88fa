import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { checkedSlide, displayPath } from '../../model/slides/slides.ts'

const SLIDE_REQUEST = /^\/__slidev\/slides\/(\d+)\.json(?:$|\?)/

/**
 * Keeps the dev server from writing to the slides. Slidev knows a note only with its figures printed, and would write
 * those over the `<Fig>` tags; besides, anyone who reaches the port could write.
 */
export function readonlyPlugin({ data, userRoot }: ResolvedSlidevOptions): Plugin {
  return {
    name: 'huibao:readonly',
    apply: 'serve',
    configureServer: {
      // Ahead of Slidev's own handler.
      order: 'pre',
      handler(server) {
        server.middlewares.use((request, response, next) => {
          const no = SLIDE_REQUEST.exec(request.url ?? '')?.[1]
          if (request.method === 'GET' || (!no && !request.url?.startsWith('/__mcp'))) return next()
          response.statusCode = 403
          const slide = data.slides[Number(no) - 1]
          if (!slide) return void response.end('{}')
          const message = `网页上不能修改幻灯片，请在 ${displayPath(slide.source.filepath, userRoot)} 第 ${checkedSlide(slide).start + 1} 行起的这一页里改`
          server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'huibao:readonly' } })
          // Answered like a question, so that the page shows again what stands in the file.
          request.method = 'GET'
          next()
        })
      },
    },
  }
}
