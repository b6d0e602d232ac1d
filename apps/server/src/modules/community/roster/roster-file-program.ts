// The program of the process that reads one uploaded roster.
import { answerApart } from '../../../platform/parse-apart/answer-apart.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

answerApart(readSpreadsheet)
