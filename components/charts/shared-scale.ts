import type { ComputedRef, InjectionKey, ShallowReactive } from 'vue'
import type { Figure } from '../../model/figure.ts'
import { isSameBase, valueIn } from '../../model/units.ts'
import { KIND_NAMES } from '../../model/vocabulary.ts'
import type { PanelOf } from './panel.ts'
import { computed, inject, onScopeDispose, provide, shallowReactive, watchEffect } from 'vue'

/** What the lengths in a chart stand for. Charts of one look stand beside each other as if they could be compared. */
export interface Measure {
  look: 'bars' | 'columns' | 'icons' | 'reductions'
  /** What is measured, e.g. 金额 or 占比. */
  kind: string
  /** The unit, or for icons what one of them stands for. */
  unit: string
  /** What one icon stands for. */
  per?: number
}

/** The measure of a chart whose figures are of one kind and unit. */
export function measureOf(look: Measure['look'], [first]: readonly Figure[]): Measure {
  return { look, kind: first ? KIND_NAMES[first.kind] : '', unit: first?.unit ?? '' }
}

/** A chart among those of its slide. */
interface Entry {
  measure: Measure
  /** Px for one unit with which it would fill its room; undefined until it has one. */
  fit: number | undefined
  /** Whether what is around it tells of its scale. */
  quiet?: boolean
}

type Registry = ShallowReactive<Map<symbol, Entry>>

const REGISTRY: InjectionKey<Registry> = Symbol('scales of a slide')

/** Called by a layout: charts of one measure below it then share one scale. */
export function collectScales(): void {
  provide(REGISTRY, shallowReactive(new Map()))
}

/** Called by what holds several charts: does so where no layout above it does. */
export function collectScalesOnce(): void {
  if (!inject(REGISTRY, undefined)) collectScales()
}

/** Whether lengths of two charts can be compared. */
export function isSame(a: Measure, b: Measure): boolean {
  return a.look === b.look && a.kind === b.kind && isSameBase(a.unit, b.unit)
}

/**
 * What has to be said of charts that look alike: that they share a scale, or why they do not; empty for a single one.
 */
export function scaleRemark(measures: readonly Measure[]): string {
  const [first, ...others] = measures
  if (!first || !others.length) return ''
  const all = others.length === 1 ? '两图' : '各图'
  if (others.every(other => isSame(first, other))) return `${all}同一比例尺`
  if (others.some(({ kind }) => kind !== first.kind)) return `${all}含义不同，长度不可相比`
  return first.look === 'icons' ? `${all}一个图标代表的数不同，长度不可相比` : `${all}单位不同，长度不可相比`
}

/**
 * The scale that all charts of one measure can be drawn with, px for one of this measure's unit: the smallest of those
 * that would fit each.
 */
export function commonScale(measure: Measure, entries: readonly Entry[]): number | undefined {
  const fits = entries.flatMap(entry =>
    isSame(entry.measure, measure) && entry.fit !== undefined
      ? [entry.fit * valueIn(entry.measure.unit)({ value: 1, unit: measure.unit })]
      : [],
  )
  return fits.length ? Math.min(...fits) : undefined
}

/** What the other charts on the slide ask of a chart. */
export interface ScaleOfSlide {
  /** A sentence for the note of the last chart of a look; empty for the others. */
  remark: ComputedRef<string>
  /** Px for one unit. */
  scale: ComputedRef<number | undefined>
}

/**
 * Called by a chart: names its measure to the slide, and the scale that would fit its room, in which `remark` has its
 * place. Outside of a layout that collects scales, a chart keeps its own; so does a panel that is meant to.
 */
export function useSharedScale(
  measure: () => Measure | undefined,
  fitWith: (remark: string) => number | undefined,
  panel: () => PanelOf | undefined = () => undefined,
): ScaleOfSlide {
  const registry = inject(REGISTRY, undefined) ?? shallowReactive(new Map<symbol, Entry>())
  const key = Symbol('scale')
  const remark = computed((): string => {
    const own = measure()
    if (!own) return ''
    const alike = [...registry].filter(([, entry]) => entry.measure.look === own.look)
    const last = alike.findLast(([, { quiet }]) => !quiet)
    return last?.[0] === key ? scaleRemark(alike.map(([, entry]) => entry.measure)) : ''
  })
  const fit = computed(() => fitWith(remark.value))
  watchEffect(() => {
    const own = measure()
    if (own && !panel()?.own) registry.set(key, { measure: own, fit: fit.value, quiet: panel() !== undefined })
    else registry.delete(key)
  })
  onScopeDispose(() => registry.delete(key))
  return {
    remark,
    scale: computed(() => {
      const own = measure()
      return own && !panel()?.own ? commonScale(own, [...registry.values()]) : undefined
    }),
  }
}
