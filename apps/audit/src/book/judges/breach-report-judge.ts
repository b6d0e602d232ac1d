import { judge, onlyItsShape } from './judge.ts'

/** Reports of breaches, from the telling to their end: no deduction but from one that was upheld. */
export const breachReportJudge = judge({
  keeps: ['reports'],
  looksAt: {
    'breach-report.made': (book, index, leaf) => book.reports.make(book, index, leaf.public),
    'breach-report.attached': (book, index, leaf) =>
      book.reports.attach(book, index, leaf.public.report),
    'breach-report.withdrawn': (book, index, leaf) =>
      book.reports.withdraw(book, index, leaf.public.report),
    'breach-report.closed': (book, index, leaf) =>
      book.reports.close(book, index, leaf.public.report),
    'breach-report.decided': (book, index, leaf) => book.reports.decide(book, index, leaf),
    'breach-report.appealed': (book, index, leaf) => book.reports.appeal(book, index, leaf),
    'breach-report.settled': (book, index, leaf) => book.reports.settle(book, index, leaf),
    // Not every report is replied to, and a reply changes nothing that follows.
    'breach-report.replied': onlyItsShape,
    'breach-report.passed-on': onlyItsShape,
  },
})
