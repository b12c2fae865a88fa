import { stripVTControlCharacters } from 'node:util'

const LIMIT = 40
/** Where an error came through, and drawings around code: of no use to whoever writes the deck. */
const NOISE =
  /^\s*at .+|^\s*errors: |^\s*code: '|^\s*pos: |^\s*linePos: |^[{}\s]*$|^\s*\d*\s*[│|╰─┬]|Help: |^✗ |^Build failed with/
/** Where the build says that it has failed: what stands above are warnings. */
const FAILED = /^✗ Build failed|^Build failed with/
/** The plugin that failed and the place that it failed at, above what is wrong there. */
const PLUGIN = /^\[plugin ([^\]]+)\] (.+)$/
/** The head of a drawing around code. */
const PLACE = /^\s*╭─\[\s*(.+?)\s*\]$/
const SLIDE = /(?:[^\s：]*[\\/])?([^\\/\s：]+\.md)__slidev_(\d+)\.md/g

/**
 * The lines of a failed `slidev build` that say what is wrong, the cause first, without the warnings that came before,
 * without stacks, and with the slide named.
 * @param stderr what it wrote to standard error
 */
export function buildErrors(stderr: string): string[] {
  const all = stripVTControlCharacters(stderr).split(/\r?\n/)
  const lines = causeFirst(all.slice(all.findLastIndex(line => FAILED.test(line)) + 1))
    .filter(line => !NOISE.test(line))
    .map(line =>
      line
        .trimEnd()
        .replace(PLACE, '  位置：$1')
        .replace(SLIDE, (_, file, no) => `${file} 第 ${no} 页`),
    )
  // Vite prints the error and then its cause, which mostly is the same sentence.
  const seen = new Set<string>()
  const fresh = lines.filter(line => {
    const key = line.replace(/^\s*\w*Error: /, '').trim()
    return !seen.has(key) && seen.add(key)
  })
  return fresh.length > LIMIT ? [...fresh.slice(0, LIMIT), '……'] : fresh
}

/** Puts what is wrong above the place where it is. */
function causeFirst(lines: readonly string[]): string[] {
  const ordered = [...lines]
  for (let index = 0; index < ordered.length - 1; index += 1) {
    const [, plugin, place] = PLUGIN.exec(ordered[index]!) ?? []
    if (place === undefined) continue
    ordered.splice(index, 2, ordered[index + 1]!, `  位置：${place}（${plugin}）`)
    index += 1
  }
  return ordered
}

/** `slidev build` reports a layout that does not exist, and then succeeds with a page that lacks it. */
export function unknownLayouts(output: string): string[] {
  const names = [...stripVTControlCharacters(output).matchAll(/Unknown layout "([^"]*)"/g)].map(match => match[1]!)
  return [...new Set(names)]
}
