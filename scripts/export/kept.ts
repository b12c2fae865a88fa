import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { forgetOld } from '../../setup/vite/cache.ts'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'
import type { Context } from '../lib/command.ts'
import { foldersWithin, isAsSurveyed, pathsWithin, surveyPaths, type Survey } from '../lib/survey.ts'
import type { ExportArgs } from './options.ts'

/** Where it is remembered what was exported from what, in the deck's folder: a file for each way to export. */
const FOLDER = path.join('.huibao', 'exports')
/** What of the engine decides how an export turns out. */
const ENGINE = ['components', 'layouts', 'model', 'setup', 'styles', 'scripts', 'vite.config.ts', 'package.json']
/** At a deck's root, what commands and tools put there; it comes and goes. */
const PASSING = /^\.(?!env)|^(?:dist|exports|node_modules)$|~$|\.log$|\.timestamp-/

interface KeptExport<Report> {
  /** All that the files were made from. */
  survey: Survey
  /** Names at the deck's root. */
  names: string[]
  /** Digests of the files, by their absolute paths. */
  digests: Record<string, string>
  report: Report
}

type Where = Pick<Context, 'root' | 'host'>

/**
 * The report of an earlier export of the same deck in the same way, where nothing that it was made from has changed and
 * its files are there as they were written. All that this module loads is loaded before anyone knows whether there is
 * anything to do.
 */
export function findKept<Report>(args: ExportArgs, where: Where): Report | undefined {
  try {
    const kept = JSON.parse(readFileSync(recordOf(args, where), 'utf8')) as KeptExport<Report>
    const stands =
      String(namesAt(args, where)) === String(kept.names) &&
      isAsSurveyed(kept.survey) &&
      Object.entries(kept.digests).every(([file, digest]) => digestOf(file) === digest)
    return stands ? kept.report : undefined
  } catch {
    // Nothing was exported so, or a file is gone.
    return undefined
  }
}

/**
 * Remembers what was exported, unless what it was made from has changed meanwhile.
 * @param inputs absolute paths of the deck's files
 * @param began milliseconds since 1970: nothing was read before
 */
export async function keepExport<Report extends { files: readonly string[] }>(
  args: ExportArgs,
  where: Where,
  { report, inputs, began }: { report: Report; inputs: readonly string[]; began: number },
): Promise<void> {
  const survey = surveyPaths(allInputs(where.root, inputs), began)
  if (!survey) return
  const digests = Object.fromEntries(report.files.map(file => [file, digestOf(file)]))
  const kept: KeptExport<Report> = { survey, names: namesAt(args, where), digests, report }
  const record = recordOf(args, where)
  await forgetOld(path.dirname(record), began)
  // The files are there; without a record they are only made anew the next time.
  await writeFileAtomic(record, JSON.stringify(kept)).catch(() => {})
}

function recordOf({ json, rebuild, timeout, ...way }: ExportArgs, { root, host }: Where): string {
  const key = JSON.stringify([ENGINE_ROOT, { ...way, out: path.resolve(root, way.out) }, host.env.HUIBAO_CHROMIUM])
  return path.join(root, FOLDER, `${createHash('sha256').update(key).digest('hex').slice(0, 16)}.json`)
}

/** Everything that an export reads: that packages were installed stands for what is in them. */
function allInputs(root: string, inputs: readonly string[]): Set<string> {
  const names = new Set(inputs.map(file => path.relative(root, file).split(path.sep)[0]!))
  names.delete('..')
  const folders = [...names].flatMap(name => foldersWithin(path.join(root, name)))
  const engine = ENGINE.map(name => path.join(ENGINE_ROOT, name)).flatMap(file => [file, ...pathsWithin(file)])
  return new Set([...inputs, ...folders, ...engine, ...lockFiles(root), ...lockFiles(ENGINE_ROOT), process.execPath])
}

/** npm writes this file anew with every install. */
function lockFiles(folder: string): string[] {
  const above = path.dirname(folder)
  const file = path.join(folder, 'node_modules', '.package-lock.json')
  return above === folder ? [file] : [file, ...lockFiles(above)]
}

/** What lies at the deck's root, sorted, without the folder that is exported to. */
function namesAt({ out }: ExportArgs, { root }: Where): string[] {
  const [own] = path.relative(root, path.resolve(root, out)).split(path.sep)
  return readdirSync(root)
    .filter(name => !PASSING.test(name) && name !== own)
    .sort()
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64url')
}
