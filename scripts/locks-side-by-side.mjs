import { parseSync } from '@swc/core'
import fs from 'node:fs'
import path from 'node:path'

const isServer = (file) =>
  file.startsWith(path.normalize('apps/server/src/')) && !file.endsWith('.test.ts')
const sideBySide = new Set(['all', 'allSettled', 'any', 'race'])
const locking = /\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b|pg_advisory_xact_lock/i
const lockingMethods = new Set(['forUpdate', 'forNoKeyUpdate', 'forShare', 'forKeyShare'])

/**
 * The calls of `Promise.all` and its like in the server that take a lock among other things. What is
 * begun beside a lock need not run behind it: `underLock` makes it so.
 *
 * @param {string} base a checkout, or a copy of one
 * @param {readonly string[]} files relative to base
 * @returns {{ file: string, lock: string }[]}
 */
export function locksSideBySide(base, files) {
  const sources = files.filter(isServer).map((file) => {
    return { file, text: fs.readFileSync(path.join(base, file), 'utf8') }
  })
  const named = lockingNames(sources.flatMap(({ text }) => functionsIn(text)))
  return sources.flatMap(({ file, text }) =>
    [...locksIn(text, (name) => named.has(name) || /^lock[A-Z]/.test(name))].map((lock) => {
      return { file, lock }
    }),
  )
}

/** The functions of a file, by whatever form, and what each does outside of `underLock`. */
function functionsIn(text) {
  const declared = text.matchAll(/^(?:export )?(?:async )?function (\w+)[\s\S]*?^\}$/gm)
  const arrows = text.matchAll(
    /^(?:export )?const (\w+) = (?:async )?\([\s\S]*?(?=^\S|(?![\s\S]))/gm,
  )
  return [...declared, ...arrows].map(([body, name]) => ({ name, body: outsideOfUnderLock(body) }))
}

/** Whatever locks by a statement of its own, or by calling what locks, and orders nothing itself. */
function lockingNames(functions) {
  const ordersItself = ({ body }) => body.includes('underLock(')
  const names = new Set(
    functions.filter((one) => isLocking(one.body) && !ordersItself(one)).map(({ name }) => name),
  )
  for (let known = 0; known < names.size;) {
    known = names.size
    for (const { name, body } of functions)
      if (
        [...body.matchAll(/\b(\w+)\(/g)].some(([, called]) => called !== name && names.has(called))
      )
        names.add(name)
  }
  return names
}

function outsideOfUnderLock(body) {
  const begin = body.indexOf('underLock(')
  if (begin < 0) return body
  const open = begin + 'underLock('.length
  let end = open
  for (let depth = 1; depth > 0 && end < body.length; end++) {
    if (body[end] === '(') depth++
    if (body[end] === ')') depth--
  }
  return body.slice(0, open) + outsideOfUnderLock(body.slice(end))
}

function isLocking(text) {
  return locking.test(text) || [...lockingMethods].some((method) => text.includes(`.${method}(`))
}

function* locksIn(text, isLock) {
  if (![...sideBySide].some((method) => text.includes(`Promise.${method}(`))) return
  for (const node of nodes(parseSync(text, { syntax: 'typescript' })))
    if (isSideBySide(node))
      for (const inner of nodes(node.arguments)) {
        const name = inner.type === 'CallExpression' ? nameOf(inner.callee) : ''
        if (isLock(name) || lockingMethods.has(name)) yield name
        if (inner.type === 'TemplateElement' && locking.test(inner.raw)) yield inner.raw.trim()
      }
}

/** Everything below a node, but for what `underLock` orders. */
function* nodes(node) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'underLock') return
  yield node
  for (const child of Object.values(node)) yield* nodes(child)
}

function isSideBySide({ type, callee }) {
  return (
    type === 'CallExpression' &&
    callee.type === 'MemberExpression' &&
    callee.object.value === 'Promise' &&
    sideBySide.has(callee.property.value)
  )
}

function nameOf(callee) {
  return (callee.type === 'MemberExpression' ? callee.property.value : callee.value) ?? ''
}
