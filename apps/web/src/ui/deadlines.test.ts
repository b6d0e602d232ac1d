import { expect, it } from 'vitest'

const sources = import.meta.glob<string>(
  ['./**/*.ts*', '../features/**/*.ts*', '../app/**/*.ts*'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)

/** What ends with a day is said by that day: a bare instant would name the midnight after it. */
const deadline =
  /(?:dueAt|due_at|waitsUntil|validUntil|(?:notice|opening|one)\.endsAt|ClosesAt|noticeEnded)/
const bare = [
  /<When at=\{([^}]*)\}/g,
  /<Span from=\{[^}]*\} to=\{([^}]*)\}/g,
  /format\.when\(([^)]*)\)/g,
  /<Sentence text=\{t\('noticeEnded'\)\} at=\{([^}]*)\} \/>/g,
]

it('no deadline is shown as a bare instant', () => {
  const found = Object.entries(sources).flatMap(([file, source]) =>
    bare.flatMap((pattern) =>
      [...source.matchAll(pattern)]
        .filter(([, value = '']) => deadline.test(value))
        .map(([said]) => `${file}: ${said}`),
    ),
  )
  expect(Object.keys(sources).length).toBeGreaterThan(300)
  expect(found).toEqual([])
})
