import { judge, onlyItsShape } from './judge.ts'
import { BreachReports } from '../breach-reports.ts'

/** Reports of breaches, from the telling to their end: no deduction but from one that was upheld. */
export const breachReportJudge = judge({
  keeps: { reports: () => new BreachReports() },
  looksAt: {
    'breach-report.made': (state, index, leaf) => state.reports.make(state, index, leaf.public),
    'breach-report.attached': (state, index, leaf) =>
      state.reports.attach(state, index, leaf.public.report),
    'breach-report.withdrawn': (state, index, leaf) =>
      state.reports.withdraw(state, index, leaf.public.report),
    'breach-report.closed': (state, index, leaf) =>
      state.reports.close(state, index, leaf.public.report),
    'breach-report.decided': (state, index, leaf) => state.reports.decide(state, index, leaf),
    'breach-report.appealed': (state, index, leaf) => state.reports.appeal(state, index, leaf),
    'breach-report.settled': (state, index, leaf) => state.reports.settle(state, index, leaf),
    // Not every report is replied to, and a reply changes nothing that follows.
    'breach-report.replied': onlyItsShape,
    'breach-report.passed-on': onlyItsShape,
  },
})
