import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createCheckerByJson } from 'vue-component-meta'
import { ROOT } from '../support/project.ts'

/** A prop as the guide tells of it. */
export interface PropDoc {
  /** As it is written on a slide: `mixed-periods`. */
  name: string
  required: boolean
  /** In TypeScript, without `undefined`. */
  type: string
  /** Its docstring, on one line. */
  meaning: string
}

/** Where a component of slides, or a layout, is written. */
export function fileOf(name: string): string | undefined {
  return [
    `components/charts/${name}.ts`,
    `components/${name}.vue`,
    `layouts/${name}.vue`,
    `components/${name}.ts`,
  ].find(file => existsSync(path.join(ROOT, file)))
}

/**
 * The props of components and layouts, from their types and docstrings. Ids are of type `string`, since no deck has
 * registered its own.
 * @param names of components, or of layouts
 * @throws Error where there is no such file
 */
export function readProps(names: readonly string[]): Map<string, PropDoc[]> {
  const config = JSON.parse(readFileSync(path.join(ROOT, 'tsconfig.json'), 'utf8')) as object
  const checker = createCheckerByJson(ROOT, { ...config, include: ['components', 'layouts', 'env.d.ts'] })
  return new Map(
    names.map(name => {
      const file = fileOf(name)
      if (!file) throw new Error(`no component or layout is called ${name}`)
      const { props } = checker.getComponentMeta(path.join(ROOT, file))
      return [name, props.filter(({ global }) => !global).map(propDoc)]
    }),
  )
}

function propDoc(prop: { name: string; required: boolean; type: string; description: string }): PropDoc {
  const { required, type, description } = prop
  return {
    name: prop.name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
    required,
    type: type.replace(/ \| undefined$/, '').replaceAll('readonly ', ''),
    meaning: description.replace(/\s+/g, ' ').trim(),
  }
}
