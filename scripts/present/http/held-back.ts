import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { isReachable, SLIDE_FILES, type SlideFiles } from '../../../components/present/reachable.ts'
import { answerText } from './answer.ts'

/** Which files of a built site belong to which slides; none where it does not say. */
export async function readSlideFiles(site: string): Promise<SlideFiles> {
  const text = await readFile(path.join(site, SLIDE_FILES), 'utf8').catch(() => '{}')
  return JSON.parse(text) as SlideFiles
}

/**
 * Keeps back what only slides need that may not be looked at: their parts of the site, their pictures, their own
 * addresses, and the page to read, which has all of them.
 * @param path the address that was asked for, without slash in front
 * @param name the file that it means
 * @returns whether it is to be sent; where it is not, it has been answered
 */
export function mayLookAt(
  { response, name, path }: { response: ServerResponse; name: string; path: string },
  files: SlideFiles,
  reachable: string | null,
): boolean {
  if (reachable === null) return true
  const pages = name === 'index.html' ? pagesAt(path) : files[name]
  if (!pages || pages.some(page => isReachable(reachable, page))) return true
  answerText(response, 404, '汇报人没有开放自由浏览：还没有讲到的页面看不了，请跟着汇报看。')
  return false
}

/** The slides at an address of the site; undefined for its start. */
function pagesAt(path: string): number[] | undefined {
  const [, page, read] = /^(?:(\d+)|(read))\/?$/.exec(path) ?? []
  if (read) return []
  return page === undefined ? undefined : [Number(page)]
}
