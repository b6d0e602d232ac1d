import type { StoragePort } from '@azalea/client'

const keyOf = (shelf: string, key: string) => `azalea/${shelf}/${key}`

/** Shelves in WeChat's storage of this mini-program, 10 MB on this phone. */
export const storagePort: StoragePort = {
  list: async <Value>(shelf: string) => {
    const { keys } = wx.getStorageInfoSync()
    const own = keys.filter((key) => key.startsWith(keyOf(shelf, '')))
    return own.map((key) => wx.getStorageSync<Value>(key))
  },
  find: async <Value>(shelf: string, key: string) => recall<Value>(shelf, key) ?? undefined,
  put: async (shelf, key, value) => keep(shelf, key, value),
  remove: async (shelf, key) => forget(shelf, key),
}

/** What is kept, or null; WeChat gives an empty text for what is not there. */
export function recall<Value>(shelf: string, key: string): Value | null {
  const value = wx.getStorageSync<Value | ''>(keyOf(shelf, key))
  return value === '' || value === undefined || value === null ? null : value
}

export function keep(shelf: string, key: string, value: unknown): void {
  wx.setStorageSync(keyOf(shelf, key), value)
}

export function forget(shelf: string, key: string): void {
  wx.removeStorageSync(keyOf(shelf, key))
}
