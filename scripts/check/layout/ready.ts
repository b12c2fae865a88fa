import type { RuleFinding } from '../finding.ts'
import type { LayoutRuleId } from './rule-names.ts'

/** What keeps a page from being measured, such as a chart that has not been drawn. */
export function notReady(message: string): RuleFinding & { rule: LayoutRuleId } {
  return {
    rule: 'ready',
    element: '页面',
    text: '',
    measured: message,
    expected: '页面完整，量得准',
    advice: '请先用 npm run export 找出原因并改好',
    excess: 0,
  }
}
