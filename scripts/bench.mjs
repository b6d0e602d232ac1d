// `npm run bench [-- section…]`: builds what two of the sections look at, then measures.
import path from 'node:path'
import { root, run } from './stages.mjs'

const sections = process.argv.slice(2)
const looksAtBuild = ['firstScreen', 'memory']
const needsBuild = sections.length === 0 || sections.some((name) => looksAtBuild.includes(name))

const node = (...args) => run(process.execPath, args)
const ready = !needsBuild || (await node('scripts/setup.mjs', '--build'))
const done = ready && (await node('--import', 'tsx', path.join(root, 'bench/run.ts'), ...sections))
process.exitCode = done ? 0 : 1
