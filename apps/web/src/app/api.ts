import {
  addressOf,
  createCalls,
  type PathOf,
  type ReadArguments,
  type Values,
} from '@azalea/client'
import { getSettings } from '../ui/settings.ts'
import { httpPort, serverBase } from './http-port.ts'

/** The contract's calls, asked by this browser: `get('/api/awards/{id}', { id })`. */
export const { get, getText, post, put, del, send } = createCalls(httpPort, {
  language: () => (languageOfPage() === 'en' ? 'en' : 'zh'),
})

export const { newKey } = httpPort

/** What the page is shown in; a link may have asked for another language than the device keeps. */
const languageOfPage = () => document.documentElement.lang || getSettings().language

/** The absolute address of what the contract has, for links to files, pictures and downloads. */
export function apiUrl<P extends PathOf<'get'>>(path: P, ...[params]: ReadArguments<P>): string {
  return serverBase() + addressOf(path, params as Values | undefined)
}
