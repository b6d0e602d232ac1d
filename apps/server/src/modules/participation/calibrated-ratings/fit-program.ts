// The program of the thread that fits: takes one table, answers with what it found, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { fitTable } from './fit-table.ts'
import type { FitTask } from './fit-aside.ts'

const { table, asOfSeconds } = workerData as FitTask
parentPort?.postMessage(fitTable(table, asOfSeconds))
