import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../src/platform/actor.ts'
import { modules } from '../src/modules.ts'
import type { Access } from '../src/platform/http/route.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

interface Operation {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly access: Access
}

const tablePath = join(import.meta.dirname, 'access.json')
let test: TestServer
let operations: Operation[]
const people = new Map<Role, TestPerson>()

beforeAll(async () => {
  test = await createTestServer()
  for (const role of roles) people.set(role, await addPerson(test, { roles: [role] }))
  const { paths } = test.http.swagger() as unknown as {
    paths: Record<string, Record<string, { 'x-access': Access }>>
  }
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      access: operation['x-access'],
    })),
  )
})
afterAll(() => test.close())

/** An address with identifiers that exist nowhere. */
const nowhere = (path: string) =>
  path
    .replace('{villageId}', OTHER_VILLAGE)
    .replace('{code}', 'AAAAAAAA')
    .replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')

async function outcome(operation: Operation, person: TestPerson | null): Promise<string> {
  const body = operation.method === 'POST' ? {} : undefined
  const answer = await call(test, person, operation.method, nowhere(operation.path), body)
  expect(answer.statusCode, `${operation.method} ${operation.path}`).not.toBe(500)
  if (answer.statusCode === 401 && answer.json().code === 'not_signed_in') return 'not signed in'
  if (answer.statusCode === 403 && answer.json().code === 'role_required') return 'refused'
  return 'let in'
}

describe('who may call what', () => {
  it('is exactly the table that people reviewed', async () => {
    const table = Object.fromEntries(
      operations
        .map(({ method, path, access }) => [`${method} ${path}`, access] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
    if (process.env['UPDATE_ACCESS_TABLE'] === '1')
      await writeFile(tablePath, `${JSON.stringify(table, null, 2)}\n`)
    expect(table).toEqual(JSON.parse(await readFile(tablePath, 'utf8')))
  })

  it('lets nobody in without a session but where the table says public', async () => {
    for (const operation of operations)
      expect([operation.path, await outcome(operation, null)]).toEqual([
        operation.path,
        operation.access === 'public' ? 'let in' : 'not signed in',
      ])
  })

  it.each(roles)('holds for a person whose role is %s', async (role) => {
    const person = people.get(role)
    if (!person) throw new Error('no such person')
    for (const operation of operations) {
      if (operation.path.startsWith('/api/sign-out')) continue // it would end the session
      const { access } = operation
      const held: Role[] = ['villager', role]
      const mayCall = typeof access === 'string' || access.some((one) => held.includes(one))
      expect([operation.path, await outcome(operation, person)]).toEqual([
        operation.path,
        mayCall ? 'let in' : 'refused',
      ])
    }
  })
})

describe('who may judge whom', () => {
  it('is settled for every command of an office: it bars somebody, and a test proves it, or judges nothing', async () => {
    const duties = modules.flatMap((module) => module.duties ?? [])
    const judges = duties.flatMap((one) => Object.entries(one.judges))
    const told = [
      ...judges.map(([route]) => route),
      ...duties.flatMap((one) => one.judgesNothing ?? []),
    ]
    expect(told).toEqual([...new Set(told)])
    const ofOffices = operations
      .filter(({ method, access }) => method === 'POST' && isOffice(access))
      .map(({ method, path }) => `${method} ${path}`)
    expect(ofOffices.filter((one) => !told.includes(one))).toEqual([])
    const known = operations.map(({ method, path }) => `${method} ${path}`)
    expect(told.filter((one) => !known.includes(one))).toEqual([])
    const tests = await readTests()
    const unproven = judges.flatMap(([, codes]) => codes).filter((code) => !tests.includes(code))
    expect(unproven).toEqual([])
  })
})

function isOffice(access: Access): boolean {
  return Array.isArray(access) && !access.includes('villager')
}

async function readTests(): Promise<string> {
  const root = join(import.meta.dirname, '../src/modules')
  const files = await readdir(root, { recursive: true })
  const tests = files.filter((file) => file.endsWith('.test.ts'))
  const texts = await Promise.all(tests.map((file) => readFile(join(root, file), 'utf8')))
  return texts.join('\n')
}
