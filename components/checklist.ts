import { Fragment, isVNode, type VNode } from 'vue'
import { ChartDataError } from './charts/plan.ts'

/** What may be said of an item of work: a sign and a word, so that nothing depends on colour. */
export const STATES = { 完成: '✓', 推进中: '◐', 未启动: '○' } as const
export type State = keyof typeof STATES

/** @throws ChartDataError for a state that is none */
export function assertState(state: string | undefined): asserts state is State {
  if (state === undefined || !Object.hasOwn(STATES, state))
    throw new ChartDataError('清单', [], `没有“${state ?? ''}”这种状态，state 只能是 ${Object.keys(STATES).join('、')}`)
}

/** The elements that a slot holds, without texts and comments between them. */
export function elementsIn(nodes: readonly unknown[] | undefined): VNode[] {
  return (nodes ?? []).flatMap(node => {
    if (!isVNode(node)) return []
    if (node.type === Fragment) return elementsIn(node.children as unknown[])
    return typeof node.type === 'symbol' ? [] : [node]
  })
}
