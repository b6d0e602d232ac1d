import { useEffect, useState } from 'react'

/** Keeps the screen lit while the page is shown, where the device lets a page do so. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(false)
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        lock = await navigator.wakeLock.request('screen')
      } catch {
        // A low battery or a plain-HTTP page: the wall says that the screen may go dark.
        return
      }
      if (isOver) return void lock.release()
      setAwake(true)
      lock.addEventListener('release', () => setAwake(false))
    }
    // The device takes the lock back whenever the page is hidden.
    const onShown = () => void ask()
    void ask()
    document.addEventListener('visibilitychange', onShown)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', onShown)
      void lock?.release()
    }
  }, [])
  return isAwake
}
