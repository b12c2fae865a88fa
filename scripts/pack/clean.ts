import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'

/** Removes what `npm pack` has compiled: each script that lies beside its source. */
for (const folder of ['components', 'model', 'scripts', 'setup', 'styles']) {
  const names = new Set(await readdir(path.join(ENGINE_ROOT, folder), { recursive: true }))
  const compiled = [...names].filter(name => name.endsWith('.js') && names.has(name.replace(/\.js$/, '.ts')))
  await Promise.all(compiled.map(name => rm(path.join(ENGINE_ROOT, folder, name))))
}
