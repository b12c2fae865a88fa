import { inject, type InjectionKey, provide } from 'vue'

/** What a chart that is one of several panels leaves to what is around them. */
export interface PanelOf {
  /** Whether each panel has a scale of its own. */
  own: boolean
}

const PANEL: InjectionKey<() => PanelOf> = Symbol('panel')

/** Called by what holds charts as panels: it names them, tells their scale and where their numbers come from. */
export function providePanels(panels: () => PanelOf): void {
  provide(PANEL, panels)
}

/** Whether a chart is a panel, and of which kind; undefined where it stands by itself. */
export function usePanel(): () => PanelOf | undefined {
  return inject<() => PanelOf | undefined>(PANEL, () => undefined)
}
