// The program of the process that reads one uploaded roster.
import { answerApart } from '../../../platform/parse-apart/answer-apart.ts'
import { readRosterFile } from './read-roster-file.ts'

answerApart(readRosterFile)
