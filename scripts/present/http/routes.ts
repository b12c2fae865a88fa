import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  /** Decoded and without query. */
  path: string
  /** The address that the request comes from. */
  address: string
}

export type Route = (exchange: Exchange) => void | Promise<void>

/** Routes by method and path, such as `GET /events`. */
export type Routes = Readonly<Record<string, Route>>
