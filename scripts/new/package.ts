/** What a deck takes over from the engine's own `package.json`. */
export interface EnginePackage {
  devDependencies: Record<string, string>
  /** npm heeds those of the folder in which it installs alone. */
  overrides: Record<string, string>
  allowScripts: Record<string, boolean>
}

/** The tools with which a deck tests itself, at the versions of the engine. */
const TOOLS = ['@types/node', 'typescript', 'vitest'] as const

/** The commands that a deck calls by name; the others are there as `npx huibao …`. */
const COMMANDS = ['dev', 'build', 'export', 'check', 'figures', 'trace', 'visual'] as const

/** The `package.json` of a deck. @param engine what it says of the engine */
export function deckPackage(own: EnginePackage, folder: string, engine: string): object {
  const tool = (name: string): [string, string | undefined] => [name, own.devDependencies[name]]
  return {
    name: packageName(folder),
    private: true,
    type: 'module',
    slidev: { addons: ['huibao'] },
    scripts: {
      ...Object.fromEntries(COMMANDS.map(name => [name, `huibao ${name}`])),
      // Thousands of followers need 100 MB less memory with a small nursery.
      present: 'node --max-semi-space-size=4 node_modules/huibao/scripts/huibao.js present',
      // Components are for editors, which know Vue.
      typecheck: 'tsc --types node',
      test: 'vitest run',
    },
    dependencies: { huibao: engine },
    devDependencies: Object.fromEntries(TOOLS.map(tool)),
    overrides: own.overrides,
    allowScripts: own.allowScripts,
  }
}

/** A name that npm takes, and that no dependency has. */
function packageName(folder: string): string {
  const plain = folder
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain === '' ? 'briefing' : `briefing-${plain}`
}
