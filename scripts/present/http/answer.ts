import type { ServerResponse } from 'node:http'

/** Answers with a line of text for people. */
export function answerText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  send(response, status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, `${text}\n`)
}

/** Sends whoever finds no room away for a few seconds. */
export function answerCrowded(response: ServerResponse): void {
  answerText(response, 503, '人太多了，请稍后再试。', { Connection: 'close', 'Retry-After': '5' })
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(body))
}

/** Asks whoever asks too often to come again. @param wait milliseconds */
export function answerSlowDown(response: ServerResponse, wait: number, status: 429 | 503 = 429): void {
  const retryAfter = Math.ceil(wait / 1000)
  answerJson(response, status, { ok: false, error: 'slow-down', retryAfter }, { 'Retry-After': String(retryAfter) })
}

/** Sends the browser to another page of this server. */
export function answerRedirect(response: ServerResponse, location: string): void {
  send(response, 302, { Location: location }, '')
}

/** Says that it is done, and nothing else. */
export function answerNothing(response: ServerResponse): void {
  response.writeHead(204, { 'Cache-Control': 'no-store' })
  response.end()
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store, no-transform',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
