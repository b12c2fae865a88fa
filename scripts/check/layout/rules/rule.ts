import type { RuleFinding } from '../../finding.ts'
import type { Flow, LayoutSnapshot } from '../facts.ts'
import type { LayoutRuleId } from '../rule-names.ts'

/** A rule on how a slide looks. */
export interface Rule {
  id: LayoutRuleId
  judge: (snapshot: LayoutSnapshot) => RuleFinding[]
}

/** All of a flow's text. */
export function flowText(flow: Flow): string {
  return flow.lines
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Of several findings on the same element and text the worst. */
export function worstOfEach(findings: readonly RuleFinding[]): RuleFinding[] {
  const worst = new Map<string, RuleFinding>()
  for (const each of findings) {
    const key = JSON.stringify([each.element, each.text])
    if (each.excess > (worst.get(key)?.excess ?? -Infinity)) worst.set(key, each)
  }
  return [...worst.values()]
}

/** A length as people read it. */
export function px(value: number): string {
  return `${Number(value.toFixed(1))} px`
}
