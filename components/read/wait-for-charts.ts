/** How long charts may take, in milliseconds: what is not there by then is printed without. */
const LIMIT = 10_000

/** Waits until no slide is still loading, and every element has what its `data-waitfor` names: charts, above all. */
export async function waitForCharts(root: HTMLElement): Promise<void> {
  const end = performance.now() + LIMIT
  const waiting = (): boolean =>
    [...root.querySelectorAll('[data-slidev-no]')].some(slide => !slide.querySelector('.hb-slide')) ||
    [...root.querySelectorAll<HTMLElement>('[data-waitfor]')].some(
      element => !element.querySelector(element.dataset.waitfor!),
    )
  while (waiting() && performance.now() < end) await new Promise(resolve => requestAnimationFrame(resolve))
}
