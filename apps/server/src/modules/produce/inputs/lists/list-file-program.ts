// The program of the process that reads one uploaded list of approved products.
import { answerApart } from '../../../../platform/parse-apart/answer-apart.ts'
import { readListFile } from './read-list-file.ts'

answerApart(readListFile)
