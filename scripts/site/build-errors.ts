import { stripVTControlCharacters } from 'node:util'

const LIMIT = 40
/** Where an error came through, and drawings around code: of no use to whoever writes the deck. */
const NOISE =
  /^\s*at .+|^\s*errors: |^\s*code: '|^\s*pos: |^\s*linePos: |^[{}\s]*$|^\s*\d*\s*[│|╰─┬]|Help: |^✗ |^Build failed with/
/** The head of a drawing around code. */
const PLACE = /^\s*╭─\[\s*(.+?)\s*\]$/
const SLIDE = /(?:\S*[\\/])?([^\\/\s]+\.md)__slidev_(\d+)\.md/g

/**
 * The lines of a failed `slidev build` that say what is wrong, without stacks, and with the slide named.
 * @param stderr what it wrote to standard error
 */
export function buildErrors(stderr: string): string[] {
  const lines = stripVTControlCharacters(stderr)
    .split(/\r?\n/)
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

/** `slidev build` reports a layout that does not exist, and then succeeds with a page that lacks it. */
export function unknownLayouts(output: string): string[] {
  const names = [...stripVTControlCharacters(output).matchAll(/Unknown layout "([^"]*)"/g)].map(match => match[1]!)
  return [...new Set(names)]
}
