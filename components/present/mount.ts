import type { App, Component } from 'vue'
import { h, render } from 'vue'

/** Puts a component over the app, with everything that the app provides to its own. */
export function mountOver(app: App, component: Component, props: Record<string, unknown> = {}): void {
  const host = document.createElement('div')
  host.className = 'hb-present'
  document.body.append(host)
  const node = h(component, props)
  node.appContext = app._context
  render(node, host)
}
