/** The width that layouts are measured for, and that sizes are told at: CSS px. */
export const CANVAS_WIDTH = 1280

/**
 * What a deck's headmatter says where it says nothing else: nothing is fetched from another machine, nothing of
 * Slidev's that a briefing never uses is loaded, and the canvas is the one that layouts are measured for.
 * `theme: none` cannot stand here, since Slidev chooses the theme before it knows of the engine.
 */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  lang: 'zh-CN',
  aspectRatio: '16/9',
  canvasWidth: CANVAS_WIDTH,
  colorSchema: 'light',
  routerMode: 'history',
  titleTemplate: '%s',
  favicon: '/favicon.svg',
  fonts: { provider: 'none' },
  plantUmlServer: '',
  download: false,
  drawings: { enabled: false },
  monaco: false,
  editor: false,
  mcp: false,
  twoslash: false,
}

/** A headmatter with the engine's defaults. */
export function withDefaults<Headmatter extends object>(headmatter: Headmatter): Headmatter {
  return { ...DEFAULTS, ...headmatter }
}
