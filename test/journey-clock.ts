import { inject } from 'vitest'

// Set up before each file of journeys: its process, and the servers it starts, stand at the village's time.
process.env['CLOCK_SHIFT'] = String(inject('clockShift'))
await import(new URL('shift-clock.mjs', import.meta.url).href)
