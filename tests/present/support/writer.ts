import process from 'node:process'
import { createFileBackplane } from '../../../scripts/present/state/file.ts'
import { initialState } from '../../../scripts/present/state/machine.ts'

// Keeps one state after another in the folder it is told, until it is killed; says each one that was kept.
const backplane = await createFileBackplane(process.argv[2]!, { warn: line => void process.stderr.write(`${line}\n`) })
const kept = await backplane.read()
let { state, version } = kept ?? { state: initialState(1), version: undefined }
for (let count = 1; ; count += 1) {
  if (count % 3 === 0) await backplane.draw({ page: 1 + (count % 50), svg: '<path d="M0,0"></path>'.repeat(400) })
  state = { ...state, rev: state.rev + 1 }
  version = await backplane.write(state, version)
  process.stdout.write(`${state.rev}\n`)
}
