import { existsSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT, engineVersion } from '../../model/engine.ts'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import { DATA_ENTRY } from '../../model/load.ts'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'
import { isAsSurveyed, pathsWithin, surveyPaths, type Survey } from '../lib/survey.ts'
import { hashInputs, listInputs } from './inputs.ts'

/** The folders and files of the engine that go into a site. */
export const ENGINE_PARTS = ['components', 'layouts', 'model', 'setup', 'styles', 'vite.config.ts'] as const

/** Tells engines apart: what was built or cached with another one is not taken for today's. */
export async function engineStamp(root = ENGINE_ROOT): Promise<string> {
  const files = (await listInputs(root, { pages: [] })).filter(file =>
    ENGINE_PARTS.some(part => part === file.split('/')[0]),
  )
  return `${engineVersion()}-${await hashInputs(root, files)}`
}

/**
 * The same, read from a record where no file of the engine has changed since: there are some hundred of them.
 * @param record the file that it is kept in; one that cannot be read or written costs time and no more
 */
export async function keptEngineStamp(record: string, root = ENGINE_ROOT, now = Date.now): Promise<string> {
  const kept = await readRecord(record)
  if (kept && isAsSurveyed(kept.survey)) return kept.stamp
  const began = now()
  const stamp = await engineStamp(root)
  const parts = [...ENGINE_PARTS, 'package.json'].map(part => path.join(root, part))
  const survey = surveyPaths([...parts, ...parts.flatMap(part => pathsWithin(part))], began)
  if (survey) await writeFileAtomic(record, JSON.stringify({ survey, stamp })).catch(() => {})
  return stamp
}

async function readRecord(file: string): Promise<{ survey: Survey; stamp: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { survey: Survey; stamp: string }
  } catch {
    return undefined
  }
}

/** Characters in a folder's path that a part of the build takes for patterns, addresses or quotes. */
const UNUSABLE = /[[\]{}*?#%"'$]/

/**
 * Refuses a folder whose path the tools of the build cannot take.
 * @throws HuibaoError
 */
export function requireUsablePath(folder: string): void {
  const found = UNUSABLE.exec(folder)
  if (found)
    throw new HuibaoError(`文件夹的路径里有 ${found[0]} ，建网站的工具读不了：${folder}`, {
      hint: '请给文件夹改名，不用 [ ] { } * ? # % $ 和引号；中文、空格、圆括号和 & + 可以。',
      exitCode: 2,
    })
}

/**
 * Refuses a deck that Slidev would build without the engine, or would ask questions about: its `package.json` has to
 * name the engine, and nothing that is not there. A plain Slidev deck, without data, is let pass.
 * @throws HuibaoError
 */
export async function requireEngine(root: string): Promise<void> {
  if (!existsSync(path.join(root, DATA_ENTRY))) return
  requireUsablePath(await realpath(root))
  if ((await realpath(root)) === ENGINE_ROOT) return
  const addons = await readAddons(root)
  const found = await Promise.all(addons.map(async name => ({ name, folder: await addonFolder(root, name) })))
  const missing = found.find(({ folder }) => folder === undefined)
  if (missing)
    throw new HuibaoError(`package.json 的 slidev.addons 里写了“${missing.name}”，却没有装这个包`, {
      hint: '请核对名字，引擎写 "huibao"；名字没有错就运行 npm install。',
    })
  if (!found.some(({ folder }) => folder === ENGINE_ROOT))
    throw new HuibaoError('文稿的 package.json 没有写用汇报引擎', {
      hint: '请在 package.json 里加上 "slidev": { "addons": ["huibao"] }，再运行一次。',
    })
}

async function readAddons(root: string): Promise<string[]> {
  const text = await readFile(path.join(root, 'package.json'), 'utf8').catch(() => '{}')
  try {
    const addons = (JSON.parse(text) as { slidev?: { addons?: unknown } } | null)?.slidev?.addons
    return Array.isArray(addons) ? addons.map(String) : []
  } catch (error) {
    throw new HuibaoError(`package.json 不是正确的 JSON：${messageOf(error).split('\n')[0]}`, {
      hint: '多半是逗号或引号写错了，请改正后重试。',
      cause: error,
    })
  }
}

/** The folder of an addon; undefined where there is none. Slidev takes names of packages and absolute paths. */
async function addonFolder(root: string, name: string): Promise<string | undefined> {
  if (path.isAbsolute(name)) return realpath(name).catch(() => undefined)
  const above = root.split(path.sep).map((_, index, parts) => parts.slice(0, parts.length - index).join(path.sep))
  const folder = above.map(each => path.join(each, 'node_modules', name)).find(each => existsSync(each))
  return folder && realpath(folder)
}
