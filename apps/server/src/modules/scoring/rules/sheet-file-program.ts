// The program of the process that reads one uploaded rule sheet.
import { answerApart } from '../../../platform/parse-apart/answer-apart.ts'
import { readSheetFile } from './read-sheet-file.ts'

answerApart(readSheetFile)
