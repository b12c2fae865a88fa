import type { InjectionKey, ShallowReactive } from 'vue'
import type { Figure, FigureId } from '../data/index.ts'
import { inject, onScopeDispose, provide, shallowReactive, watchEffect } from 'vue'
import { findFigure } from '../data/index.ts'

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

/**
 * Called by whatever shows figures: names them to the slide's layout. Unknown ids are left out, since the
 * component that prints them reports them.
 * @returns whether a layout collects; if not, the component prints its source itself.
 */
export function useSource(ids: () => readonly FigureId[]): boolean {
  const registry = inject(REGISTRY, null)
  if (!registry)
    return false
  const key = Symbol('source')
  watchEffect(() => registry.set(key, ids().flatMap(id => findFigure(id) ?? [])))
  onScopeDispose(() => registry.delete(key))
  return true
}
