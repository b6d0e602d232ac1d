// The program of the process that reads one uploaded answer of a bank.
import { answerApart } from '../../../platform/parse-apart/answer-apart.ts'
import { readAnswerFile } from './read-answer-file.ts'

answerApart(readAnswerFile)
