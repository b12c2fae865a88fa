import { type Component, computed, defineComponent, h } from 'vue'
import type { FigureId } from '../../model/register.ts'
import { skinId } from '../../styles/apply-tokens.ts'
import type { Figure } from '../../model/figure.ts'
import { figureProps, idsIn } from '../../model/figure-props.ts'
import { useMedium } from '../medium.ts'
import ChartFrame from './ChartFrame.vue'
import type { AnyChart, ChartDefinition, ChartLayout, ChartProps } from './define-chart.ts'
import { findInDeck } from './find-in-deck.ts'
import { useSteps } from './steps.ts'
import { chartThemeOf } from './theme.ts'

/** A chart as slides use it, and what it is. */
export type ChartComponent = Component & { chart: AnyChart }

/** Props in which whatever is a text is the id of a figure of the deck. */
type Ids<Value> = Value extends string
  ? FigureId
  : Value extends object
    ? { [Key in keyof Value]: Ids<Value[Key]> }
    : Value

/** The props of a chart on slides; what it says itself of one that all charts share, comes first. */
type SlideProps<Props> = Omit<Props, 'step'> & Omit<ChartProps, 'step' | keyof Props>

/** A chart as slides use it: of its props, those that carry ids take only ids of the deck. */
type SlideChart<Name extends keyof typeof figureProps, Props> = new () => {
  $props: {
    [Prop in keyof SlideProps<Props>]: Prop extends (typeof figureProps)[Name][number]
      ? Ids<SlideProps<Props>[Prop]>
      : SlideProps<Props>[Prop]
  }
}

/**
 * Makes a chart a component for slides, under the name that it has there. Whatever is thrown, rejected figures and
 * unknown ids above all, is shown in red, and the exporter stops at it: a slide never goes out with a hole in it.
 */
export function chartComponent<
  Name extends keyof typeof figureProps,
  Props,
  Plan extends { figures: readonly Figure[] },
  Layout extends ChartLayout,
>(name: Name, chart: ChartDefinition<Props, Plan, Layout>): SlideChart<Name, Props> & { chart: AnyChart }
export function chartComponent(name: keyof typeof figureProps, chart: AnyChart): ChartComponent {
  const component = defineComponent({
    name,
    props: { ...chart.props, width: [Number, String], height: [Number, String], steps: Array, at: [Number, String] },
    setup(props: ChartProps & { build?: boolean }) {
      const medium = useMedium()
      const theme = computed(() => chartThemeOf(skinId.value, medium))
      const step = useSteps(props.steps?.length ?? (props.build ? 1 : 0), props.at)
      const given = computed(() => Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)))
      const planned = computed(() => {
        try {
          const asked = { ...given.value, step: step.value }
          return { plan: chart.plan(asked, findInDeck) as { figures: readonly Figure[] } }
        } catch (error) {
          return { failure: error instanceof Error ? error.message : String(error) }
        }
      })
      const ids = computed(() => [
        ...new Set([
          ...figureProps[name].flatMap(prop => idsIn(props[prop as keyof ChartProps])),
          // Those of a table are known to the plan alone.
          ...(planned.value.plan?.figures ?? []).map(({ id }) => id),
        ]),
      ])
      return () => {
        const { width, height } = props
        return h(ChartFrame, {
          chart,
          written: { name, props: given.value },
          theme: theme.value,
          ...planned.value,
          ids: ids.value as FigureId[],
          width,
          height,
        })
      }
    },
  })
  return Object.assign(component as Component, { chart })
}
