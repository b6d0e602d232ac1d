import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { cropMessages } from './crop-messages.ts'
import { planMessages } from './messages.ts'
import type { Crop } from './plan.ts'

type Task = Crop['tasks'][number]

const kinds = [
  'thin',
  'fertilise',
  'weed',
  'water',
  'tie',
  'cover',
  'feed',
  'vaccinate',
  'clean',
  'collect',
] as const satisfies readonly Task['kind'][]
const numbers = ['afterDays', 'withinDays', 'times', 'everyDays'] as const
const anew: Task = {
  kind: 'weed',
  afterDays: 20,
  withinDays: 7,
  times: 1,
  everyDays: 7,
  needsPhoto: false,
}

/** What is done between sowing and harvest. */
export function CropTasks({
  tasks,
  onChange,
}: {
  tasks: Crop['tasks']
  onChange: (tasks: Crop['tasks']) => void
}) {
  const t = useT(cropMessages)
  const words = useT(planMessages)
  const change = (at: number, part: Partial<Task>) =>
    onChange(tasks.map((task, index) => (index === at ? { ...task, ...part } : task)))
  return (
    <fieldset className="plot-choice stack">
      <legend className="field__label">{t('tasks')}</legend>
      <p className="soft">{t('tasksHint')}</p>
      {tasks.map((task, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no name but their place
        <div key={at} className="stack stack--tight">
          <SelectField
            label={`${t('taskKind')} ${at + 1}`}
            value={task.kind}
            options={kinds.map((value) => ({ value, label: words(`kind_${value}`) }))}
            onChange={(kind) => change(at, { kind })}
          />
          {numbers.map((name) => (
            <NumberField
              key={name}
              label={t(name)}
              unit={t(name === 'times' ? 'timesUnit' : 'days')}
              value={task[name]}
              onChange={(value) => change(at, { [name]: value ?? 1 })}
            />
          ))}
          <Checkbox
            label={t('needsPhoto')}
            checked={task.needsPhoto}
            onChange={(needsPhoto) => change(at, { needsPhoto })}
          />
          <div>
            <Button
              label={`${t('dropTask')} ${at + 1}`}
              onClick={() => onChange(tasks.filter((_, index) => index !== at))}
            >
              {t('dropTask')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...tasks, anew])}>{t('addTask')}</Button>
      </div>
    </fieldset>
  )
}
