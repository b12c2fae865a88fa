import type { ServerResponse } from 'node:http'
import { securityHeaders } from './headers.ts'

/** Answers with a line of text for people. */
export function answerText(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  send(response, status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, `${text}\n`)
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(body))
}

/** Sends the browser to another page of this server. */
export function answerRedirect(response: ServerResponse, location: string): void {
  send(response, 302, { Location: location }, '')
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, { ...securityHeaders(), 'Cache-Control': 'no-store', 'Content-Length': String(Buffer.byteLength(body)), ...headers })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
