import type { Advised } from './advise.ts'
import { columns } from '../lib/args.ts'

/** Advice for people: a line for each component, best first, with its tag below; then what does not fit, and why. */
export function adviceText({ fitting, refused }: Advised): string {
  const said = fitting.map(({ component, score, reason, tag }) => `${component}（${score}分）：${reason}\n  ${tag}`)
  const lines = said.length > 0 ? said : ['没有合适的图']
  if (refused.length > 0)
    lines.push(`不合适的：\n${columns(refused.map(({ component, reason }) => [component, reason]))}`)
  return lines.join('\n')
}
