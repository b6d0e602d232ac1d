/** How points came about: each step from what to what, and why. */
Component({ properties: { stages: { type: Array, value: [] } } })
