import type { IncomingMessage } from 'node:http'

/** A body that is not what was asked for, and the status that says so. */
export class BadBody extends Error {
  override readonly name = 'BadBody'
  readonly status: 400 | 413 | 415

  constructor(status: 400 | 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * The JSON that a request carries.
 * @param limit bytes above which it is not read on
 * @throws BadBody where it is too large, of another type, or no JSON
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
    throw new BadBody(415, '只收 application/json')
  if (request.headers['content-encoding'] !== undefined) throw new BadBody(415, '不收压缩过的内容')
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BadBody(413, '内容太大')
  const chunks: Buffer[] = []
  let size = 0
  // The connection stays open for the answer where the body is not read to its end.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new BadBody(413, '内容太大')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BadBody(400, '不是 JSON')
  }
}
