import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { HuibaoError } from '../../model/errors.ts'

export interface EngineSpecOptions {
  engine: string | undefined
  root: string
  /** The folder of the deck: paths in its `package.json` are relative to it. */
  folder: string
  /** The engine that runs. */
  engineRoot?: string
}

/**
 * What a deck's `package.json` says of the engine: a path relative to the deck for a folder or a tarball, else what was
 * given. Without anything given it is the engine that runs, from where the folder that it is installed in has it.
 * @throws HuibaoError where a path leads nowhere
 */
export async function engineSpec(options: EngineSpecOptions): Promise<string> {
  const { engine, root, folder, engineRoot = ENGINE_ROOT } = options
  const given = engine === undefined ? await installedAs(engineRoot) : { spec: engine, base: root }
  const named = given.spec.replace(/^file:/, '')
  if (ELSEWHERE.test(given.spec)) return given.spec
  const file = path.resolve(given.base, named)
  if (named.trim() === '' || !(await isEngine(file)))
    throw new HuibaoError(`没有找到引擎：${file}`, {
      hint: '--engine 要写引擎的文件夹、huibao-*.tgz，或版本号。',
      exitCode: 2,
    })
  const relative = path.relative(folder, file).split(path.sep).join('/')
  return `file:${relative.startsWith('.') || path.isAbsolute(relative) ? relative : `./${relative}`}`
}

/** What npm gets from elsewhere: a version, a tag, an address. */
const ELSEWHERE = /^(?:[\^~<>=v]*\d[\w.+*-]*|latest|(?:https?|git[\w+]*|github|npm):.+)$/

async function isEngine(file: string): Promise<boolean> {
  if (/\.tgz$/.test(file)) return existsSync(file)
  const text = await readFile(path.join(file, 'package.json'), 'utf8').catch(() => '{}')
  return (JSON.parse(text) as { name?: string }).name === 'huibao'
}

/** How the folder whose `node_modules` holds the engine asks for it; a checkout is asked for by its path. */
async function installedAs(engineRoot: string): Promise<{ spec: string; base: string }> {
  const modules = path.dirname(engineRoot)
  if (path.basename(modules) !== 'node_modules') return { spec: `file:${engineRoot}`, base: engineRoot }
  const base = path.dirname(modules)
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    await readFile(path.join(base, 'package.json'), 'utf8').catch(() => '{}'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>
  const spec = dependencies.huibao ?? devDependencies.huibao
  return spec === undefined ? { spec: `file:${engineRoot}`, base } : { spec, base }
}
