// The program of the process that reads one uploaded file of plots.
import { answerApart } from '../../../../platform/parse-apart/answer-apart.ts'
import { readPlotFile } from './read-plot-file.ts'

answerApart(readPlotFile)
