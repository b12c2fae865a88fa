/* Runs in the page: may use nothing from outside of itself. */
/** What style sheets write on each slide. */
export function generatedText(): string[] {
  return [...document.querySelectorAll('.print-slide-container')].map(container =>
    [...container.querySelectorAll('*')]
      .flatMap(element => ['::before', '::after'].map(pseudo => getComputedStyle(element, pseudo).content))
      .map(content => /^"(.*)"$/.exec(content)?.[1] ?? '')
      .join(''),
  )
}
