export { canonicalSource } from './canonical.ts'
export { loadSource as readSource } from '../../../model/load.ts'
export { printDataFiles } from './print.ts'
export { writeFiles } from './write-files.ts'
