import type { InjectionKey, ShallowReactive } from 'vue'
import type { Figure } from '../model/figure.ts'
import type { FigureId } from '../model/register.ts'
import { inject, onScopeDispose, provide, shallowReactive, watchEffect } from 'vue'
import { findFigure } from 'virtual:huibao/deck'

type Registry = ShallowReactive<Map<symbol, readonly Figure[]>>

const REGISTRY: InjectionKey<Registry> = Symbol('sources of a slide')

/** Called by a layout: collects the figures that its slide shows, so that one line can name their sources. */
export function collectSources(): () => Figure[] {
  const registry: Registry = shallowReactive(new Map())
  provide(REGISTRY, registry)
  return () => {
    const unique = new Map([...registry.values()].flat().map(figure => [figure.id, figure]))
    return [...unique.values()]
  }
}

function sameFigures(before: readonly Figure[] | undefined, now: readonly Figure[]): boolean {
  return before?.length === now.length && now.every((figure, index) => figure === before[index])
}

/**
 * Called by whatever shows figures: names them to the slide's layout. Unknown ids are left out, since the
 * component that prints them reports them.
 * @returns whether a layout collects; if not, the component prints its source itself.
 */
export function useSource(ids: () => readonly FigureId[]): boolean {
  const registry = inject(REGISTRY, null)
  if (!registry) return false
  const key = Symbol('source')
  let told: readonly Figure[] | undefined
  watchEffect(() => {
    const figures = ids().flatMap(id => findFigure(id) ?? [])
    // A layout draws its slots anew with its source line, and must not be told the same again by what stands in them.
    if (!sameFigures(told, figures)) registry.set(key, (told = figures))
  })
  onScopeDispose(() => registry.delete(key))
  return true
}
