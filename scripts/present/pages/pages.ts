import { readFileSync } from 'node:fs'
import type { Route, Routes } from '../http/handler.ts'

const FILES = {
  '/pair': { file: 'pair.html', type: 'text/html' },
  '/pair/pair.js': { file: 'pair.js', type: 'text/javascript' },
  '/pair/pair.css': { file: 'pair.css', type: 'text/css' },
} as const

/** The page on which a device is paired. */
export function pairingPages(): Routes {
  return Object.fromEntries(
    Object.entries(FILES).flatMap(([path, { file, type }]) => {
      const body = readFileSync(new URL(file, import.meta.url))
      const route: Route = ({ request, response }) => {
        response.writeHead(200, {
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Length': body.length,
          'Cache-Control': 'no-cache',
        })
        response.end(request.method === 'HEAD' ? undefined : body)
      }
      return [
        [`GET ${path}`, route],
        [`HEAD ${path}`, route],
      ]
    }),
  )
}
