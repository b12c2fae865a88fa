import type { ComputedRef, Ref } from 'vue'
import { useNav } from '@slidev/client'
import { computed } from 'vue'
import { useControl } from '../control.ts'
import type { Timer } from '../protocol.ts'
import { clock, delay, type Schedule, scheduleAt } from '../schedule.ts'
import { plannedTimes } from '../slidev.ts'
import { useClock } from '../use-clock.ts'

/** The meeting's clock against what was planned for the slides. Times are in seconds. */
export interface Pace {
  elapsed: Readonly<Ref<number>>
  status: ComputedRef<Timer['status']>
  schedule: ComputedRef<Schedule>
  /** Behind the plan, negative ahead of it; 0 before the start. */
  late: ComputedRef<number>
  /** The same in words. */
  pace: ComputedRef<string>
}

/** @param page the slide that is shown, from 1 */
export function usePace(page: () => number): Pace {
  const { state } = useControl()
  const { slides } = useNav()
  const elapsed = useClock(state)
  const status = computed(() => state.value?.timer.status ?? 'stopped')
  const schedule = computed(() => scheduleAt(plannedTimes(slides.value), page()))
  const late = computed(() =>
    status.value === 'stopped' || !schedule.value.total ? 0 : delay(schedule.value, elapsed.value),
  )
  const pace = computed(() => {
    if (status.value === 'stopped') return '翻页时开始计时'
    if (!late.value) return '与计划相符'
    return `比计划${late.value > 0 ? '慢' : '快'} ${clock(Math.abs(late.value))}`
  })
  return { elapsed, status, schedule, late, pace }
}
