import { HuibaoError } from '../../model/errors.ts'
import { browserCandidates, type Host } from '../lib/platform.ts'

/** The environment variable that names the browser to use. */
export const BROWSER_VARIABLE = 'HUIBAO_CHROMIUM'

/**
 * The Chromium to use: the one that `HUIBAO_CHROMIUM` names, else Playwright's own, else an installed one.
 * @param own where Playwright would keep its own browser; undefined where it has none for this machine
 * @returns an absolute path, or undefined where there is no browser
 * @throws HuibaoError when `HUIBAO_CHROMIUM` names no file: a setting that is wrong must not be passed over
 */
export function findBrowser(host: Host, own: string | undefined): string | undefined {
  const named = host.env[BROWSER_VARIABLE]
  if (named !== undefined && named !== '') {
    if (host.isFile(named)) return named
    throw new HuibaoError(`环境变量 ${BROWSER_VARIABLE} 指向的文件不存在：${named}`, {
      hint: `请改为 Chromium、Chrome 或 Edge 可执行文件的完整路径，或删去这个变量，由程序自行查找。`,
    })
  }
  return [own, ...browserCandidates(host)].find(file => file !== undefined && host.isFile(file))
}
