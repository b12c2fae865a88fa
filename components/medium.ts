import type { InjectionKey } from 'vue'
import type { Medium } from '../styles/tokens.ts'
import { inject, provide } from 'vue'

const MEDIUM: InjectionKey<Medium> = Symbol('medium')

/** Called by whatever lays slides out as a page to read: charts below it are drawn for near sight. */
export function provideMedium(medium: Medium): void {
  provide(MEDIUM, medium)
}

/** What components are drawn for. Default: the hall. */
export function useMedium(): Medium {
  return inject(MEDIUM, 'hall')
}
