import { createRequire } from 'node:module'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildMiniprogram } from '../build-app.mjs'
import type { WxDouble } from './wx-double.ts'

const require = createRequire(import.meta.url)

/** WeChat's own compiler is a program for these machines; elsewhere one in JavaScript does. */
const hasOfficialCompiler = process.arch === 'x64'

interface Node {
  readonly dom?: { readonly textContent: string | null }
  readonly instance: Record<string, (...values: never[]) => unknown> & { data: unknown }
  readonly data: Record<string, unknown>
  attach(parent: object): void
  detach(): void
  querySelector(selector: string): Node | undefined
  querySelectorAll(selector: string): Node[]
  dispatchEvent(name: string, options?: { detail: unknown }): void
}

interface Simulate {
  load(path: string, options: object): string
  render(id: string): Node
}

/** A page of the mini-program as it stands on the screen. */
export interface OpenPage {
  readonly data: Record<string, unknown>
  /** All that can be read on it. */
  readonly text: () => string
  readonly has: (selector: string) => boolean
  /** Taps the first one, or the one of this number, within a component when its selector is given. */
  tap(selector: string, options?: { within?: string; no?: number }): Promise<void>
  type(selector: string, value: string): Promise<void>
  /** Waits until it holds. */
  until(holds: (page: OpenPage) => boolean): Promise<void>
  /** As when one comes back to it. */
  show(): void
}

export interface OpenApp {
  readonly folder: string
  /** Opens a page by its address, as WeChat would from a code or a link. */
  open(url: string): OpenPage
  close(): Promise<void>
}

const borrowed = ['window', 'document', 'Node', 'Element', 'HTMLElement', 'Event', 'CustomEvent']

/** Builds the mini-program for a server, as it is uploaded, and opens it in the simulator. */
export async function openApp(
  server: string,
  double: WxDouble,
  compiler: 'official' | 'simulate' = 'simulate',
): Promise<OpenApp> {
  const folder = await builtFor(server)
  const kept = new Map(borrowed.map((name) => [name, Reflect.get(globalThis, name) as unknown]))
  const { window } = simulatorWindow()
  for (const name of borrowed)
    define(name, name === 'window' ? window : (Reflect.get(window, name) as unknown))
  const simulate = require('miniprogram-simulate') as Simulate
  define('wx', double.wx)
  let hide = () => {}
  define('App', ({ onLaunch, onShow, onHide }: Record<`on${string}`, () => void>) => {
    onLaunch?.()
    onShow?.()
    hide = () => onHide?.()
  })
  define('getCurrentPages', () => [{}])
  forgetScripts(folder)
  require(path.join(folder, 'app.js'))
  const pages: Node[] = []
  return {
    folder,
    open: (url) => {
      const [place = '', asked = ''] = url.replace(/^\//, '').split('?')
      const options = {
        rootPath: folder,
        compiler: compiler === 'official' && hasOfficialCompiler ? 'official' : 'simulate',
      }
      const node = simulate.render(simulate.load(path.join(folder, place), options))
      pages.push(node)
      node.attach(window.document.body.appendChild(window.document.createElement('div')))
      // What WeChat hands over is still encoded.
      const query = Object.fromEntries(asked.split('&').map((pair) => pair.split('=')))
      void node.instance['onLoad']?.(query as never)
      void node.instance['onShow']?.()
      return pageOf(node)
    },
    close: async () => {
      hide()
      await double.settled()
      double.close()
      for (const page of pages) page.detach()
      for (const [name, value] of kept) define(name, value)
    },
  }
}

const builds = new Map<string, Promise<string>>()

/** Built once for each server; gone when the tests are over. */
function builtFor(server: string): Promise<string> {
  const known = builds.get(server)
  if (known !== undefined) return known
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-miniprogram-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const built = buildMiniprogram({ outdir: folder, server }).then(() => folder)
  builds.set(server, built)
  return built
}

/** A mini-program that is opened anew remembers nothing but its storage. */
function forgetScripts(folder: string): void {
  for (const file of Object.keys(require.cache))
    if (file.startsWith(folder)) Reflect.deleteProperty(require.cache, file)
}

interface Page {
  readonly window: {
    readonly document: {
      readonly body: { appendChild(child: object): object }
      createElement(name: string): object
    }
  }
}

let shared: Page | undefined

/** One for all: the simulator keeps the document that it first saw. */
function simulatorWindow(): Page {
  const { JSDOM } = require('jsdom') as { JSDOM: new (html: string) => Page }
  shared ??= new JSDOM('<!doctype html><body></body>')
  return shared
}

function define(name: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(globalThis, name)
  else
    Object.defineProperty(globalThis, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: false,
    })
}

function pageOf(node: Node): OpenPage {
  const find = (selector: string, { within, no = 0 }: { within?: string; no?: number } = {}) => {
    const place = within === undefined ? node : node.querySelector(within)
    const found = place?.querySelectorAll(selector)[no]
    if (found === undefined) throw new Error(`no ${selector} (${no}) on: ${textOf(node)}`)
    return found
  }
  const page: OpenPage = {
    get data() {
      return node.data
    },
    text: () => textOf(node),
    has: (selector) => node.querySelector(selector) !== undefined,
    tap: async (selector, options) => {
      find(selector, options).dispatchEvent('tap')
      await aMoment()
    },
    type: async (selector, value) => {
      find(selector).dispatchEvent('input', { detail: { value } })
      await aMoment()
    },
    until: async (holds) => {
      const end = Date.now() + 20_000
      while (!holds(page)) {
        if (Date.now() > end) throw new Error(`still: ${textOf(node)}`)
        await aMoment()
      }
    },
    show: () => void node.instance['onShow']?.(),
  }
  return page
}

/** A finger goes up later than it went down. */
const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 10))

function textOf({ dom }: Node): string {
  return (dom?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
